import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/client'
import { openSql, type Sql, type SqlOptions } from './sql'

/** Both doors to one Postgres: SQL for series, the Prisma client for everything else. */
export interface Store {
  readonly sql: Sql
  readonly prisma: PrismaClient
  close(): Promise<void>
}

/** Opens a store on `url`. Connections are made when first needed. */
export function openStore(url: string, options: SqlOptions = {}): Store {
  const sql = openSql(url, options)
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 5, application_name: options.applicationName ?? 'tidemark' }),
  })
  return {
    sql,
    prisma,
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), prisma.$disconnect()])
    },
  }
}

// Next bundles its own copy of this module beside the server's: the process shares one store through the global symbol.
const key = Symbol.for('tidemark.store')
const holder = globalThis as unknown as { [key]?: Store }

/** Makes `store` the one of this process. */
export function setStore(store: Store): void {
  holder[key] = store
}

/** The store of this process; opened from `DATABASE_URL` when nobody has set one. Throws when there is neither. */
export function currentStore(): Store {
  const existing = holder[key]
  if (existing) return existing
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start with `npm start`, or set it to a Postgres URL')
  const opened = openStore(url)
  holder[key] = opened
  return opened
}
