import type postgres from 'postgres'
import type { Queryable } from '../connection/sql'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope, type Scope } from '../context'

/** A value as JSON keeps it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** What is audited; `key` of an entry names one of them as other places do (slug, symbol, id). */
export const auditedEntities = [
  'event',
  'claim',
  'milestone',
  'listing',
  'topic',
  'bar',
  'quarantine',
  'action',
  'request',
  'account',
  'link',
  'key',
  'passkey',
  'sign-in',
  'alert',
] as const
export type AuditedEntity = (typeof auditedEntities)[number]

/** What a command did: the whole thing before (null when it was not there) and after (null when it is gone). */
export interface AuditNote {
  /** A verb: `create`, `update`, `archive`, `restore`, `release`, ... */
  readonly action: string
  readonly entity: AuditedEntity
  readonly key: string
  readonly before: Json
  readonly after: Json
}

/** What a command gives back, with the one note of its change; no note when it changed nothing. */
export interface Outcome<T> {
  readonly result: T
  readonly note: AuditNote | null
}

/** Writes the entry of a change; returns its id. Only inside the transaction of the change. */
export async function writeAudit(sql: Queryable, ctx: CommandContext, note: AuditNote): Promise<bigint> {
  const json = (value: Json) => (value === null ? null : sql.json(value as postgres.JSONValue))
  const [row] = await sql<{ id: bigint }[]>`
    INSERT INTO audit_entry (at, actor, action, entity, key, before, after)
    VALUES (${ctx.now}, ${ctx.actor}, ${note.action}, ${note.entity}, ${note.key}, ${json(note.before)}, ${json(note.after)}) RETURNING id`
  if (row === undefined) throw new Error('the audit entry was not written')
  return row.id
}

/**
 * Runs a command: the scope is checked before anything else, and `work` and the audit entry of what it did stand or fall together in one transaction.
 * Throws `ScopeError`, and whatever `work` throws.
 */
export async function runCommand<T>(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  scope: Scope,
  work: (sql: Queryable) => Promise<Outcome<T>>,
): Promise<T> {
  requireScope(ctx, scope)
  const result = await store.sql.begin(async (sql) => {
    const outcome = await work(sql)
    if (outcome.note !== null) await writeAudit(sql, ctx, outcome.note)
    // In a box, because the driver would wait for what looks like a query of its own.
    return { outcome }
  })
  return (result as { outcome: Outcome<T> }).outcome.result
}
