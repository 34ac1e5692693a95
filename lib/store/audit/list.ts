import type { Queryable } from '../connection/sql'
import type { AuditedEntity, Json } from './command'

/** One change, as it was written with it. `at` in UTC. */
export interface AuditEntry {
  readonly id: bigint
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly entity: AuditedEntity
  readonly key: string
  readonly before: Json
  readonly after: Json
}

/** Which entries: every condition given must hold. `until` is the id below which to go on reading. */
export interface AuditFilter {
  readonly entity?: AuditedEntity
  /** Of one of these entities. */
  readonly entities?: readonly AuditedEntity[]
  readonly key?: string
  readonly actor?: string
  readonly action?: string
  readonly until?: bigint
  /** At most so many, the newest (100 when not given). */
  readonly limit?: number
}

/** Audit entries, the newest first. */
export async function listAudit(sql: Queryable, filter: AuditFilter = {}): Promise<AuditEntry[]> {
  const { entity, entities, key, actor, action, until, limit = 100 } = filter
  // Only the conditions that there are: with those that may be null in it no index is of use to a plan for all of them.
  return sql<AuditEntry[]>`
    SELECT id, at, actor, action, entity, key, before, after FROM audit_entry
    WHERE true ${entity === undefined ? sql`` : sql`AND entity = ${entity}`} ${entities === undefined ? sql`` : sql`AND entity = ANY (${[...entities]}::text[])`}
      ${key === undefined ? sql`` : sql`AND key = ${key}`} ${actor === undefined ? sql`` : sql`AND actor = ${actor}`}
      ${action === undefined ? sql`` : sql`AND action = ${action}`} ${until === undefined ? sql`` : sql`AND id < ${String(until)}::bigint`}
    ORDER BY id DESC LIMIT ${limit}`
}

/** The entry of an id, or null. */
export async function auditEntry(sql: Queryable, id: bigint): Promise<AuditEntry | null> {
  const [entry] = await sql<AuditEntry[]>`
    SELECT id, at, actor, action, entity, key, before, after FROM audit_entry WHERE id = ${String(id)}::bigint`
  return entry ?? null
}
