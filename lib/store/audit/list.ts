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
  const { entity = null, entities, key = null, actor = null, action = null, until, limit = 100 } = filter
  const among = entities === undefined ? null : [...entities]
  return sql<AuditEntry[]>`
    SELECT id, at, actor, action, entity, key, before, after FROM audit_entry
    WHERE (${entity}::text IS NULL OR entity = ${entity}) AND (${among}::text[] IS NULL OR entity = ANY (${among}))
      AND (${key}::text IS NULL OR key = ${key})
      AND (${actor}::text IS NULL OR actor = ${actor}) AND (${action}::text IS NULL OR action = ${action})
      AND (${until === undefined ? null : String(until)}::bigint IS NULL OR id < ${until === undefined ? null : String(until)}::bigint)
    ORDER BY id DESC LIMIT ${limit}`
}

/** The entry of an id, or null. */
export async function auditEntry(sql: Queryable, id: bigint): Promise<AuditEntry | null> {
  const [entry] = await sql<AuditEntry[]>`
    SELECT id, at, actor, action, entity, key, before, after FROM audit_entry WHERE id = ${String(id)}::bigint`
  return entry ?? null
}
