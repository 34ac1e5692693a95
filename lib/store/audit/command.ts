import type postgres from 'postgres'
import type { Queryable, Transaction } from '../connection/sql'
import type { Store } from '../connection/store'
import { type CommandContext, requireScope, type Scope } from '../context'
import { noteChange } from '../live/note'
import type { LiveTopic } from '../live/topics'

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
  'rule',
  'alert',
] as const
export type AuditedEntity = (typeof auditedEntities)[number]

/** What readers are told when a command has changed one: what they can see of it; null for what is nobody's but its owner's. */
const topicOf: Readonly<Record<AuditedEntity, LiveTopic | null>> = {
  event: 'events',
  claim: 'claims',
  milestone: 'milestones',
  listing: 'listings',
  topic: 'topics',
  bar: 'bars',
  quarantine: 'quarantine',
  action: 'bars',
  request: 'runs',
  account: null,
  link: null,
  key: null,
  passkey: null,
  'sign-in': null,
  rule: 'rules',
  alert: null,
}

/** What a command did: the whole thing before (null when it was not there) and after (null when it is gone). */
export interface AuditNote {
  /** A verb: `create`, `update`, `archive`, `restore`, `release`, ... */
  readonly action: string
  readonly entity: AuditedEntity
  readonly key: string
  readonly before: Json
  readonly after: Json
}

/** Whether a thing in this state is seen by everybody. What has no state is, once it is there. */
function isPublic(value: Json): boolean {
  if (value === null) return false
  const { status = 'published' } = value as { readonly status?: Json }
  return status !== 'draft' && status !== 'archived'
}

/** Notes for the readers what of a change they can see: nothing of drafts, whose names are nobody's business yet. */
async function tellReaders(sql: Queryable, ctx: CommandContext, notes: readonly AuditNote[]): Promise<void> {
  const seen = notes.filter(({ before, after }) => isPublic(before) || isPublic(after))
  for (const topic of new Set(seen.map(({ entity }) => topicOf[entity]))) {
    if (topic === null) continue
    const [only, ...more] = seen.filter(({ entity }) => topicOf[entity] === topic)
    // Of many at once the whole topic is told.
    await noteChange(sql, ctx, topic, more.length === 0 ? only?.key : '')
  }
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
 * Runs a command: the scope is checked before anything else, and `work`, the audit entry of what it did and what readers are told of it stand or fall together in one
 * transaction.
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
    if (outcome.note !== null) {
      await writeAudit(sql, ctx, outcome.note)
      await tellReaders(sql, ctx, [outcome.note])
    }
    // In a box, because the driver would wait for what looks like a query of its own.
    return { outcome }
  })
  return (result as { outcome: Outcome<T> }).outcome.result
}

/** The note of one change among many; `actor` where it is not the one of the command. */
export type BulkNote = AuditNote & { readonly actor?: string }

/** What a command on many things gives back: a note for each change, and whether the changes are to stay. */
export interface BulkOutcome<T> {
  readonly result: T
  readonly notes: readonly BulkNote[]
  /** False takes everything back: a dry run, or a refusal. */
  readonly keep: boolean
}

async function writeAudits(sql: Queryable, ctx: CommandContext, notes: readonly BulkNote[]): Promise<void> {
  const rows = notes.map(({ actor = ctx.actor, ...note }) => ({ actor, ...note }))
  const written = await sql`
    INSERT INTO audit_entry (at, actor, action, entity, key, before, after)
    SELECT ${ctx.now}, n.actor, n.action, n.entity, n.key, NULLIF(n.before, 'null'), NULLIF(n.after, 'null')
    FROM ROWS FROM (jsonb_to_recordset(${sql.json(rows as unknown as postgres.JSONValue)})
      AS (actor text, action text, entity text, key text, before jsonb, after jsonb)) WITH ORDINALITY
      AS n(actor, action, entity, key, before, after, place) ORDER BY n.place`
  if (written.count !== notes.length) throw new Error(`${written.count} of ${notes.length} audit entries were written`)
}

class TakenBack<T> extends Error {
  override readonly name = 'TakenBack'
  constructor(readonly result: T) {
    super('taken back')
  }
}

const attempts = 3

/** Whether Postgres gave up one of two transactions that waited for each other: it can be run again. */
function isDeadlock(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === '40P01'
}

/**
 * Runs a command on many things, as `runCommand` does on one: one transaction, one audit entry a change. When `work` says that the changes are not to stay, they are
 * taken back and only its result is left. `work` is run again when a single change and it waited for each other.
 */
export async function runBulkCommand<T>(
  store: Pick<Store, 'sql'>,
  ctx: CommandContext,
  scope: Scope,
  work: (sql: Transaction) => Promise<BulkOutcome<T>>,
): Promise<T> {
  requireScope(ctx, scope)
  for (let attempt = 1; ; attempt++) {
    try {
      const done = await store.sql.begin(async (sql) => {
        const { result, notes, keep } = await work(sql)
        if (!keep) throw new TakenBack(result)
        if (notes.length > 0) await writeAudits(sql, ctx, notes)
        await tellReaders(sql, ctx, notes)
        return { result }
      })
      return (done as { result: T }).result
    } catch (error) {
      if (error instanceof TakenBack) return error.result as T
      if (!isDeadlock(error) || attempt === attempts) throw error
    }
  }
}
