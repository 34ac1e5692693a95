import type { PrismaClient } from '../generated/client'
import { type Replica, type ReplicaOptions, watchReplica } from '../replica/replica'
import { routedPrisma, routedSql } from '../replica/route'
import { openPrisma } from './prisma'
import { openSql, type Sql, type SqlOptions } from './sql'

/** Both doors to one Postgres: SQL for series, the Prisma client for everything else. */
export interface Store {
  readonly sql: Sql
  readonly prisma: PrismaClient
  /** What both read from within a `reading`; without one everything goes to the primary. */
  readonly replica?: Replica
  close(): Promise<void>
}

export interface StoreOptions extends SqlOptions {
  readonly replica?: Pick<ReplicaOptions, 'url' | 'onState' | 'lookEveryMs' | 'mostLagMs'> | undefined
}

/** Opens a store on `url`. Connections are made when first needed; with a replica one to each is made at once, to see how far they are. */
export function openStore(url: string, { replica, ...options }: StoreOptions = {}): Store {
  const sql = openSql(url, options)
  const prisma = openPrisma(url, options)
  const closePrimary = async () => {
    await Promise.all([sql.end({ timeout: 5 }), prisma.$disconnect()])
  }
  if (replica === undefined) return { sql, prisma, close: closePrimary }
  const watched = watchReplica(sql, { ...options, ...replica })
  const { clients, failed: onFailure } = watched
  return {
    sql: routedSql({ primary: sql, replica: () => clients().sql, onFailure }),
    prisma: routedPrisma({ primary: prisma, replica: () => clients().prisma, onFailure }),
    replica: watched.replica,
    close: async () => {
      await watched.close()
      await closePrimary()
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
  const opened = openStore(url, { pooled: Boolean(process.env.DATABASE_DIRECT_URL) })
  holder[key] = opened
  return opened
}
