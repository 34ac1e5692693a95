import type { Outcome } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { CommandContext } from '../context'
import { ManagedError, VersionConflictError } from '../errors'
import type { EditableKind, Stored } from './kind'
import { auditJson, differenceOf, sameValue } from './value'

/** Who writes: a file that owns what it writes, or anybody else. */
export interface Owner {
  readonly file: string | null
}

export const nobody: Owner = { file: null }

async function reread<V extends object>(sql: Queryable, kind: EditableKind<V>, key: string): Promise<Stored<V>> {
  const stored = await kind.read(sql, key)
  if (stored === null) throw new Error(`the ${kind.entity} "${key}" vanished while it was written`)
  return stored
}

/** Adds a value (whole, parsed). Only inside the transaction of a command. */
export async function addValue<V extends object>(
  sql: Queryable,
  ctx: CommandContext,
  kind: EditableKind<V>,
  value: V,
  owner: Owner = nobody,
): Promise<Outcome<Stored<V>>> {
  await kind.insert(sql, ctx, value, owner.file)
  const key = String(value[kind.keyField])
  const result = await reread(sql, kind, key)
  const note = { action: 'create', entity: kind.entity, key, before: null, after: auditJson(result.value) }
  return { result, note }
}

/** Passes when `stored` is at the version that was sent; else throws `VersionConflictError` with where `sent` differs. */
export function assertVersion<V extends object>(
  kind: EditableKind<V>,
  stored: Stored<V>,
  version: number,
  sent: object,
): void {
  if (stored.version === version) return
  const versions = { sent: version, stored: stored.version }
  const key = String(stored.value[kind.keyField])
  throw new VersionConflictError(kind.entity, key, versions, differenceOf(stored.value, sent))
}

/**
 * Replaces a locked value by another (whole, parsed). No note, and no new version, when both say the same and the owner stays. Throws `ManagedError` when a file owns
 * it that is not the owner. Only inside the transaction of a command.
 */
export async function replaceValue<V extends object>(
  sql: Queryable,
  ctx: CommandContext,
  kind: EditableKind<V>,
  stored: Stored<V>,
  value: V,
  { action = 'update', owner = nobody }: { readonly action?: string; readonly owner?: Owner } = {},
): Promise<Outcome<Stored<V>>> {
  const key = String(stored.value[kind.keyField])
  if (stored.managedBy !== null && stored.managedBy !== owner.file) {
    throw new ManagedError(kind.entity, key, stored.managedBy)
  }
  if (sameValue(stored.value, value) && stored.managedBy === owner.file) return { result: stored, note: null }
  await kind.update(sql, ctx, stored.id, value, owner.file)
  const result = await reread(sql, kind, key)
  const [before, after] = [auditJson(stored.value), auditJson(result.value)]
  return { result, note: { action, entity: kind.entity, key, before, after } }
}
