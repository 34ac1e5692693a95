import { expect } from 'vitest'
import { createExport } from '@/app/_export/app'
import type { createApi } from '@/lib/api/app'
import { bulkKinds } from '@/lib/api/bulk/kinds'
import { listingKind } from '@/lib/ingest/listingKind'
import type { BulkKind } from '@/lib/store/bulk/kind'
import { setStore } from '@/lib/store/connection/store'
import { parsedInput } from '@/lib/store/editable/value'
import type { FreshStore } from '../../../database/fresh'
import { now } from '../seeded'

const kinds = { listings: listingKind, ...bulkKinds }

// biome-ignore lint/suspicious/noExplicitAny: kinds of different values
async function assertSound(store: FreshStore, kind: BulkKind<any>): Promise<readonly string[]> {
  const rows = await store.sql<{ id: number }[]>`SELECT id FROM ${store.sql(kind.table.name)}`
  const things = await kind.readMany(
    store.sql,
    rows.map(({ id }) => id),
  )
  for (const { value } of things) expect(parsedInput(kind.schema, value)).toEqual(value)
  return things.map(({ value }) => String(value[kind.keyField]))
}

async function isStatedLater({ sql }: FreshStore, slug: string): Promise<boolean> {
  const [row] = await sql<{ stated: string }[]>`SELECT stated_on AS stated FROM claim WHERE slug = ${slug}`
  return row !== undefined && row.stated > now.toISOString().slice(0, 10)
}

/**
 * Expects that everything stored is what its schema takes, and that every list, page of data and single view still answers; `api` is asked by an admin. Returns the keys of
 * each kind.
 */
export async function assertStoreSound(store: FreshStore, api: ReturnType<typeof createApi>) {
  const keys: Record<string, readonly string[]> = {}
  for (const [name, kind] of Object.entries(kinds)) keys[name] = await assertSound(store, kind)
  const lists = [
    'events?status=all',
    'claims?status=all',
    'milestones?status=all',
    'listings',
    'audit',
    'search?q=fuzz',
  ]
  const exports = Object.keys(bulkKinds).flatMap((name) => [
    `export/${name}?status=all&format=csv`,
    `export/${name}?status=all`,
  ])
  const single = Object.entries(keys).flatMap(([name, all]) =>
    all.map((key) => ({ key, path: `${name}/${encodeURIComponent(key)}` })),
  )
  for (const path of [...lists, ...exports]) {
    const { status } = await api.request(`/api/v1/${path}`)
    expect({ path, status }).toEqual({ path, status: 200 })
  }
  for (const { key, path } of single) {
    const { status } = await api.request(`/api/v1/${path}`)
    // A claim exists from the day on which it is stated.
    const expected = path.startsWith('claims/') && (await isStatedLater(store, key)) ? 404 : 200
    expect({ path, status }).toEqual({ path, status: expected })
  }
  setStore(store)
  const pages = createExport({ originOf: () => 'https://tidemark.example', now: () => now })
  for (const path of ['/board.csv', '/events.csv', '/claims.csv', '/roadmap.csv', '/studies.csv', '/data.csv']) {
    const { status } = await pages.request(path)
    expect({ path, status }).toEqual({ path, status: 200 })
  }
  return keys
}
