import { runCommand } from '../audit/command'
import { auditEntry } from '../audit/list'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import type { CommandContext } from '../context'
import { InputError, UnknownError } from '../errors'
import type { EditableKind, Stored } from './kind'
import { addValue, assertVersion, replaceValue } from './put'
import { fieldsOf, parsedInput } from './value'

/** The stored thing of a key, locked. Throws `UnknownError` when there is none. Only inside a transaction. */
async function known<V extends object>(sql: Queryable, kind: EditableKind<V>, key: string): Promise<Stored<V>> {
  const stored = await kind.read(sql, key)
  if (stored === null) throw new UnknownError(kind.entity, key)
  return stored
}

/** Adds a thing from what was sent. Throws `ScopeError`, and `InputError` with every field that is wrong. */
export async function createThing<V extends object>(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  kind: EditableKind<V>,
  input: unknown,
): Promise<Stored<V>> {
  return runCommand(store, ctx, kind.scope, async (sql) => {
    const value = parsedInput(kind.schema, kind.complete(fieldsOf(input)))
    return addValue(sql, ctx, kind, value)
  })
}

/**
 * Changes the fields that are named in `patch`; `version` is the one its editor read. Throws `ScopeError`, `UnknownError`, `InputError`, `VersionConflictError` with
 * where both differ, `ManagedError`.
 */
export async function changeThing<V extends object>(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  kind: EditableKind<V>,
  { key, patch, version }: { readonly key: string; readonly patch: unknown; readonly version: number },
): Promise<Stored<V>> {
  return runCommand(store, ctx, kind.scope, async (sql) => {
    const stored = await known(sql, kind, key)
    const fields = fieldsOf(patch)
    if (kind.keyField in fields && fields[kind.keyField] !== key) {
      throw new InputError([{ name: kind.keyField, detail: 'is never changed: other pages point to it' }])
    }
    assertVersion(kind, stored, version, fields)
    return replaceValue(sql, ctx, kind, stored, parsedInput(kind.schema, { ...stored.value, ...fields }))
  })
}

/** Takes a thing out of sight without deleting it. Throws as `changeThing` does. */
export async function archiveThing<V extends object>(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  kind: EditableKind<V>,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<Stored<V>> {
  return runCommand(store, ctx, kind.scope, async (sql) => {
    const stored = await known(sql, kind, key)
    assertVersion(kind, stored, version, {})
    return replaceValue(sql, ctx, kind, stored, kind.archived(stored.value), { action: 'archive' })
  })
}

/**
 * Undoes one change: puts back what the audit entry holds as its state before (a thing that did not exist then is archived). `version` is the one its editor read,
 * so that no later change is lost unseen. Throws as `changeThing` does; `UnknownError` also for an entry that is none or of another kind.
 */
export async function restoreThing<V extends object>(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  kind: EditableKind<V>,
  { entryId, version }: { readonly entryId: bigint; readonly version: number },
): Promise<Stored<V>> {
  return runCommand(store, ctx, kind.scope, async (sql) => {
    const entry = await auditEntry(sql, entryId)
    if (entry === null || entry.entity !== kind.entity) throw new UnknownError('audit entry', String(entryId))
    const stored = await known(sql, kind, entry.key)
    const value = entry.before === null ? kind.archived(stored.value) : parsedInput(kind.schema, entry.before)
    assertVersion(kind, stored, version, value)
    return replaceValue(sql, ctx, kind, stored, value, { action: 'restore' })
  })
}
