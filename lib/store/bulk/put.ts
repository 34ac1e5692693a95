import type { AuditNote } from '../audit/command'
import type { Transaction } from '../connection/sql'
import type { CommandContext } from '../context'
import type { Stored } from '../editable/kind'
import { auditJson, differenceOf, parsedInput, sameValue } from '../editable/value'
import { type FieldDifference, InputError, ManagedError, type RefusedField } from '../errors'
import { findMany } from './find'
import { type BulkKind, keyOf } from './kind'
import { completed, matcher } from './match'
import { type Row, type RowOutcome, refusal } from './outcome'

/** Whose rows they are. */
export interface BulkOwner {
  /** The file that owns what it names; null when nobody owns the rows. */
  readonly file: string | null
  /** Files whose things the rows may take over. */
  readonly takesFrom: readonly string[]
  /** Whether a row is the whole thing, so that a field it leaves out has what a new thing has; else such a field stays. */
  readonly whole: boolean
}

/** Rows of whoever may change things: what a file owns stays as it is. */
export const anybody: BulkOwner = { file: null, takesFrom: [], whole: false }

/** What was done, row by row, with a note of each change. */
export interface PutResult {
  readonly outcomes: readonly RowOutcome[]
  readonly notes: readonly AuditNote[]
}

interface Planned<V extends object> {
  readonly row: Row
  readonly stored: Stored<V> | null
  readonly value: V
  readonly key: string
}

// Rows may name what other rows of the same file bring (a benchmark, an external id that moves on), each one step further.
const mostPasses = 5

/** The value a row asks for; null when that is stored already. Throws `InputError` and `ManagedError`. */
function wantedValue<V extends object>(kind: BulkKind<V>, stored: Stored<V> | null, row: Row, owner: BulkOwner) {
  const base = stored === null || owner.whole ? kind.complete(row.fields) : { ...stored.value, ...row.fields }
  const fields = stored === null ? base : { ...base, [kind.keyField]: keyOf(kind, stored) }
  const value = parsedInput(kind.schema, fields)
  if (stored === null) return value
  const stays = owner.file === null || owner.file === stored.managedBy
  if (stays && sameValue(stored.value, value)) return null
  const theirs = stored.managedBy
  if (theirs !== null && theirs !== owner.file && !owner.takesFrom.includes(theirs)) {
    throw new ManagedError(kind.entity, keyOf(kind, stored), theirs)
  }
  return value
}

/** The fields that an error refuses; throws it again when it is none of ours. */
function refusedFields<V extends object>(kind: BulkKind<V>, error: unknown): readonly RefusedField[] {
  if (error instanceof InputError) return error.fields
  if (error instanceof ManagedError) return [{ name: kind.keyField, detail: error.message }]
  throw error
}

async function write<V extends object>(
  sql: Transaction,
  ctx: CommandContext,
  kind: BulkKind<V>,
  { stored, value }: Planned<V>,
  file: string | null,
): Promise<void> {
  await sql.savepoint((step) =>
    stored === null ? kind.insert(step, ctx, value, file) : kind.update(step, ctx, stored.id, value, file),
  )
}

/** Writes what is planned; returns the refused ones with their fields. */
async function writeAll<V extends object>(
  sql: Transaction,
  ctx: CommandContext,
  kind: BulkKind<V>,
  planned: readonly Planned<V>[],
  file: string | null,
): Promise<Map<Row, readonly RefusedField[]>> {
  let refused = new Map<Row, readonly RefusedField[]>()
  let open = planned
  for (let pass = 0; pass < mostPasses && open.length > 0; pass++) {
    refused = new Map()
    for (const one of open) {
      try {
        await write(sql, ctx, kind, one, file)
      } catch (error) {
        refused.set(one.row, refusedFields(kind, error))
      }
    }
    if (refused.size === open.length) break
    open = open.filter(({ row }) => refused.has(row))
  }
  return refused
}

/**
 * Creates and changes things from rows: what a row speaks of is found by its external id, else its key; a row that says what is stored changes nothing; one that is
 * refused leaves the others alone (whoever called decides whether these stay). Keeps other writers of the kind waiting until the transaction ends. Throws nothing for bad rows.
 */
export async function putRows<V extends object>(
  sql: Transaction,
  ctx: CommandContext,
  kind: BulkKind<V>,
  rows: readonly Row[],
  owner: BulkOwner = anybody,
): Promise<PutResult> {
  if (rows.length === 0) return { outcomes: [], notes: [] }
  await sql`LOCK TABLE ${sql(kind.table.name)} IN EXCLUSIVE MODE`
  const readable = rows.filter(({ problems }) => problems === undefined)
  const match = await matcher(sql, kind, readable)
  const planned: Planned<V>[] = []
  const outcomes = new Map<Row, RowOutcome>()
  for (const row of rows) {
    const sent = completed(kind, row.fields)[kind.keyField]
    let key = typeof sent === 'string' ? sent : null
    try {
      if (row.problems !== undefined) throw new InputError(row.problems)
      const stored = match(row)
      if (stored !== null) key = keyOf(kind, stored)
      const value = wantedValue(kind, stored, row, owner)
      if (value !== null) planned.push({ row, stored, value, key: String(value[kind.keyField]) })
      else outcomes.set(row, { line: row.line, key, outcome: 'unchanged', difference: [], fields: [] })
    } catch (error) {
      outcomes.set(row, refusal(row.line, key, refusedFields(kind, error)))
    }
  }
  const refused = await writeAll(sql, ctx, kind, planned, owner.file)
  const things = await findMany(sql, kind, { keys: planned.map(({ key }) => key) })
  const now = new Map(things.map((thing) => [keyOf(kind, thing), thing]))
  const notes: AuditNote[] = []
  for (const { row, stored, key } of planned) {
    const fields = refused.get(row)
    const after = now.get(key)
    if (fields !== undefined) outcomes.set(row, refusal(row.line, key, fields))
    else if (after === undefined) throw new Error(`the ${kind.entity} "${key}" vanished while it was written`)
    else {
      const difference = stored === null ? [] : changeOf(stored, after)
      outcomes.set(row, { line: row.line, key, outcome: stored ? 'update' : 'create', difference, fields: [] })
      const before = stored === null ? null : auditJson(stored.value)
      const action = stored === null ? 'create' : difference.every(isOwner) ? 'adopt' : 'update'
      notes.push({ action, entity: kind.entity, key, before, after: auditJson(after.value) })
    }
  }
  return { outcomes: rows.flatMap((row) => outcomes.get(row) ?? []), notes }
}

const isOwner = ({ field }: FieldDifference) => field === 'managedBy'

/** Where a thing differs from what it was, its owner included. */
function changeOf<V extends object>(before: Stored<V>, after: Stored<V>) {
  const owned = ({ value, managedBy }: Stored<V>) => ({ ...value, managedBy })
  return differenceOf(owned(before), owned(after))
}
