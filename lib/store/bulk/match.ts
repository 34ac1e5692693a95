import type { Transaction } from '../connection/sql'
import type { Stored } from '../editable/kind'
import { InputError } from '../errors'
import { findMany } from './find'
import { type BulkKind, keyOf } from './kind'
import type { Row } from './outcome'

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : undefined)

interface Names {
  readonly externalId: string | undefined
  /** The key that was sent. */
  readonly given: string | undefined
  /** The key that was sent, or that a new thing of these fields would get. */
  readonly key: string | undefined
}

/** The fields of a new thing; those that were sent, where they are too wrong for that. */
export function completed<V extends object>(kind: BulkKind<V>, fields: Row['fields']): Row['fields'] {
  try {
    return kind.complete(fields)
  } catch (error) {
    if (error instanceof InputError) return fields
    throw error
  }
}

function namesOf<V extends object>(kind: BulkKind<V>, { fields }: Row): Names {
  return {
    externalId: kind.table.externalId === null ? undefined : textOf(fields.externalId),
    given: textOf(fields[kind.keyField]),
    key: textOf(completed(kind, fields)[kind.keyField]),
  }
}

const refused = (name: string, detail: string) => new InputError([{ name, detail }])

/**
 * Finds what each row speaks of: the thing with its external id, else the one with its key. Returns a function from a row to the stored thing, or null when it is a new
 * one; that throws `InputError` when a row would take the name of another thing, or speaks of what an earlier row spoke of.
 */
export async function matcher<V extends object>(
  sql: Transaction,
  kind: BulkKind<V>,
  rows: readonly Row[],
): Promise<(row: Row) => Stored<V> | null> {
  const names = new Map(rows.map((row) => [row, namesOf(kind, row)]))
  const known = (name: 'key' | 'externalId') => [...names.values()].flatMap((all) => all[name] ?? [])
  const stored = await findMany(sql, kind, { keys: known('key'), externalIds: known('externalId') })
  const externalIdOf = ({ value }: Stored<V>) => textOf((value as Record<string, unknown>).externalId)
  const byKey = new Map(stored.map((thing) => [keyOf(kind, thing), thing]))
  const byExternalId = new Map(stored.map((thing) => [externalIdOf(thing), thing]))
  const lineOf = new Map<string, number>()

  const find = ({ externalId, given, key }: Names): Stored<V> | null => {
    const same = externalId === undefined ? undefined : byExternalId.get(externalId)
    if (same !== undefined) {
      if (given === undefined || given === keyOf(kind, same)) return same
      throw refused(kind.keyField, `is never changed: "${externalId}" is "${keyOf(kind, same)}"`)
    }
    const named = key === undefined ? undefined : byKey.get(key)
    if (named === undefined || externalId === undefined) return named ?? null
    if (given === undefined) throw refused(kind.keyField, `"${key}" is taken: give another one`)
    const its = externalIdOf(named)
    if (its === undefined) return named
    throw refused(kind.keyField, `is taken by the one whose externalId is "${its}"`)
  }

  const once = (name: string, value: string | undefined, line: number) => {
    if (value === undefined) return
    const earlier = lineOf.get(`${name} ${value}`)
    if (earlier !== undefined) throw refused(name, `line ${earlier} speaks of "${value}" already`)
    lineOf.set(`${name} ${value}`, line)
  }

  return (row) => {
    const its = names.get(row) ?? namesOf(kind, row)
    const thing = find(its)
    once('externalId', its.externalId, row.line)
    once(kind.keyField, thing === null ? its.key : keyOf(kind, thing), row.line)
    return thing
  }
}
