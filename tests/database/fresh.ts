import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { openStore, type Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'

export interface FreshStore extends Store {
  readonly url: string
}

/** The address of a database of the server that the tests share. */
export function testDatabaseUrl(name: string): string {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}

const administer = () => postgres(testDatabaseUrl('postgres'), { max: 1, onnotice: () => undefined })

/**
 * Does `work`, which copies databases, while nobody else does: copies of one template must not overlap in time, because Postgres refuses a template that another copy reads. It is
 * given a connection of its own, since databases are not made within a transaction.
 */
export async function alone<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const [lock, sql] = [administer(), administer()]
  try {
    return (await lock.begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(1)`
      return work(sql)
    })) as T
  } finally {
    await Promise.all([lock.end(), sql.end()])
  }
}

/** A store on a copy of the database `template`; `close` drops the copy too. */
export async function copiedStore(template: string): Promise<FreshStore> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await alone((sql) => sql`CREATE DATABASE ${sql(name)} TEMPLATE ${sql(template)}`)
  const url = testDatabaseUrl(name)
  const store = openStore(url)
  const close = async () => {
    await store.close()
    const sql = administer()
    await sql`DROP DATABASE IF EXISTS ${sql(name)} WITH (FORCE)`
    await sql.end()
  }
  return { ...store, url, close }
}

/** A store on an empty, migrated database of its own; `close` drops the database too. */
export function freshStore(): Promise<FreshStore> {
  return copiedStore('template_tidemark')
}

/** A context that may do everything, at a fixed moment. */
export function contextAt(now: string): CommandContext {
  return { actor: 'test', scopes: ['admin', 'ingest'], now: new Date(now) }
}
