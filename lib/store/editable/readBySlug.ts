import type { Queryable } from '../connection/sql'
import { slugForm } from '../slug'
import type { Stored } from './kind'

/** Reads the row of a slug (any text) from a table whose things have one, locked until the transaction ends; null when there is none. Only inside a transaction. */
export async function readBySlug<V>(
  sql: Queryable,
  table: 'event' | 'claim' | 'milestone',
  slug: string,
  readMany: (sql: Queryable, ids: readonly number[]) => Promise<Stored<V>[]>,
): Promise<Stored<V> | null> {
  if (!slugForm.test(slug)) return null
  const [row] = await sql<{ id: number }[]>`SELECT id FROM ${sql(table)} WHERE slug = ${slug} FOR UPDATE`
  const [stored] = row ? await readMany(sql, [row.id]) : []
  return stored ?? null
}
