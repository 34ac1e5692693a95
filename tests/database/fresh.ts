import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { openStore, type Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'

export interface FreshStore extends Store {
  readonly url: string
}

/** A store on an empty, migrated database of its own; `close` drops the database too. */
export async function freshStore(): Promise<FreshStore> {
  const template = inject('databaseUrl')
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const sql = postgres(admin.href, { max: 1, onnotice: () => undefined })
  // Copies of one template must not overlap in time: Postgres refuses a template that another copy reads.
  await sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(1)`
    const other = postgres(admin.href, { max: 1, onnotice: () => undefined })
    await other`CREATE DATABASE ${other(name)} TEMPLATE template_tidemark`
    await other.end()
  })
  const url = new URL(template)
  url.pathname = `/${name}`
  const store = openStore(url.href)
  const close = async () => {
    await store.close()
    await sql`DROP DATABASE IF EXISTS ${sql(name)} WITH (FORCE)`
    await sql.end()
  }
  return { ...store, url: url.href, close }
}

/** A context that may do everything, at a fixed moment. */
export function contextAt(now: string): CommandContext {
  return { actor: 'test', scopes: ['admin', 'ingest'], now: new Date(now) }
}
