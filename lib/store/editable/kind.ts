import type { z } from 'zod'
import type { AuditedEntity } from '../audit/command'
import type { Queryable } from '../connection/sql'
import type { CommandContext, Scope } from '../context'

/** A thing as it is stored. `value` is in the form the commands take; `version` counts its changes from 1. */
export interface Stored<V> {
  readonly id: number
  readonly version: number
  /** The file that owns it, null when anybody with the scope may change it. */
  readonly managedBy: string | null
  readonly value: V
}

/**
 * A kind of thing that people keep right: events, claims, milestones, listings. Its commands (create, change, archive, restore), import, export and
 * the audit all work from this.
 */
export interface EditableKind<V extends object> {
  readonly entity: AuditedEntity
  /** The scope its commands need. */
  readonly scope: Scope
  /** The field that names it for good. */
  readonly keyField: keyof V & string
  /** A whole value; what it refuses is told field by field. */
  readonly schema: z.ZodType<V>
  /** What was sent for a new one, with what may be left out filled in. */
  complete(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>
  /** The value that stands for having been taken out of sight. */
  archived(value: V): V
  /** Reads one by its key, locked until the transaction ends. Keys may be any text. */
  read(sql: Queryable, key: string): Promise<Stored<V> | null>
  /** Adds one at version 1. Throws `InputError` for what it names and is not there. */
  insert(sql: Queryable, ctx: CommandContext, value: V, managedBy: string | null): Promise<void>
  /** Replaces the one of `id` and counts its version up by one. Throws as `insert` does. */
  update(sql: Queryable, ctx: CommandContext, id: number, value: V, managedBy: string | null): Promise<void>
}
