import type { z } from 'zod'
import type { Queryable } from '../connection/sql'
import type { EditableKind, Stored } from '../editable/kind'

/** A kind of thing that can be read and written many at a time: imported, exported, kept in files. */
export interface BulkKind<V extends object> extends EditableKind<V> {
  /** Its table and the columns that every kind has; null for one it has not. */
  readonly table: {
    readonly name: string
    readonly key: string
    readonly externalId: string | null
    readonly status: string | null
  }
  /** The fields of its value, each by itself, in the order in which they are written. */
  readonly fields: Readonly<Record<string, z.ZodType>>
  /** The fields that may be left out of a new one. */
  readonly optional: readonly string[]
  /** Those of the ids, in display order; nothing is locked. */
  readMany(sql: Queryable, ids: readonly number[]): Promise<Stored<V>[]>
}

/** The name of a stored thing. */
export function keyOf<V extends object>(kind: EditableKind<V>, { value }: Pick<Stored<V>, 'value'>): string {
  return String(value[kind.keyField])
}
