import { PrismaPg } from '@prisma/adapter-pg'
import { openSql } from '@/lib/store/connection/sql'
import type { Store } from '@/lib/store/connection/store'
import { PrismaClient } from '@/lib/store/generated/client'

/** A statement as it was sent. */
export interface Statement {
  readonly text: string
  readonly parameters: readonly unknown[]
  /** Which door it came through first. */
  readonly door: string
}

/** A store that writes down what is sent through both of its sides, each text once for a door. */
export function recordingStore(url: string) {
  const statements = new Map<string, Statement>()
  let door: string | null = null
  const note = (text: string, parameters: readonly unknown[]) => {
    if (door === null || !/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(text)) return
    const key = `${door} ${text}`
    if (!statements.has(key)) statements.set(key, { text, parameters, door })
  }
  const sql = openSql(url, { max: 4, onStatement: note })
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 2 }),
    log: [{ emit: 'event', level: 'query' }],
  })
  prisma.$on('query', ({ query, params }) => {
    let parameters: unknown[] = []
    try {
      parameters = JSON.parse(params)
    } catch {
      // Prisma's log does not always tell them as JSON: the general plan is looked at all the same.
    }
    note(query, parameters)
  })
  const store: Store = {
    sql,
    prisma,
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), prisma.$disconnect()])
    },
  }
  return {
    store,
    statements: () => [...statements.values()],
    /** What is sent while `work` runs is of the door `name`. */
    through: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      door = name
      try {
        return await work()
      } finally {
        // Prisma tells of a statement a moment after its answer.
        await new Promise((done) => setImmediate(done))
        door = null
      }
    },
  }
}
