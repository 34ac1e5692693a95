import type { Queryable } from '../connection/sql'
import type { Stored } from '../editable/kind'
import { externalIdInput } from '../input'
import type { BulkKind } from './kind'

/** What things are looked up by; those that fit any of it are found. Texts may be anything. */
export interface Wanted {
  readonly keys?: readonly string[]
  readonly externalIds?: readonly string[]
  readonly managedBy?: readonly string[]
}

/** The stored things that have one of the keys, external ids or owners. */
export async function findMany<V extends object>(
  sql: Queryable,
  kind: BulkKind<V>,
  { keys = [], externalIds = [], managedBy = [] }: Wanted,
): Promise<Stored<V>[]> {
  const { name, key, externalId } = kind.table
  // No row can have a text that its schema refuses, and Postgres takes no zero byte.
  const possible = keys.filter((text) => kind.fields[kind.keyField]?.safeParse(text).success)
  const ids = externalIds.filter((text) => externalIdInput.safeParse(text).success)
  const byExternalId = externalId === null ? sql`` : sql`OR ${sql(externalId)} = ANY(${ids}::text[])`
  const rows = await sql<{ id: number }[]>`
    SELECT id FROM ${sql(name)} WHERE ${sql(key)} = ANY(${possible}::text[]) ${byExternalId} OR managed_by = ANY(${[...managedBy]}::text[])`
  return rows.length === 0 ? [] : kind.readMany(sql, idsOf(rows))
}

/** All stored things in one of the states, in display order; in every state for a kind that has none. */
export async function listMany<V extends object>(
  sql: Queryable,
  kind: BulkKind<V>,
  states: readonly string[],
): Promise<Stored<V>[]> {
  const { name, status } = kind.table
  const inState = status === null ? sql`` : sql`WHERE ${sql(status)}::text = ANY(${[...states]}::text[])`
  const rows = await sql<{ id: number }[]>`SELECT id FROM ${sql(name)} ${inState}`
  return kind.readMany(sql, idsOf(rows))
}

const idsOf = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id)
