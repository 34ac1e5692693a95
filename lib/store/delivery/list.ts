import type { Queryable } from '../connection/sql'

/** One message and what became of it. Moments in UTC. */
export interface DeliveryRow {
  readonly id: bigint
  readonly alertId: string
  readonly alertName: string
  readonly kind: 'signal' | 'no-data' | 'test'
  readonly subject: string
  readonly rule: string | null
  readonly state: 'waiting' | 'sending' | 'delivered' | 'failed' | 'muted'
  readonly attempts: number
  readonly createdAt: Date
  readonly nextAt: Date
  readonly finishedAt: Date | null
  readonly outcome: string
}

/** The last 200 messages of an account's alerts, the newest first. */
export async function listDeliveries(sql: Queryable, userId: string): Promise<DeliveryRow[]> {
  return sql<DeliveryRow[]>`
    SELECT d.id, d.alert_id AS "alertId", a.name AS "alertName", d.kind, COALESCE(s.cause, d.subject) AS subject, r.slug AS rule, d.state::text,
      d.attempts, d.created_at AS "createdAt", d.next_at AS "nextAt", d.finished_at AS "finishedAt", d.outcome
    FROM delivery d JOIN alert_rule a ON a.id = d.alert_id LEFT JOIN signal s ON s.id = d.signal_id LEFT JOIN rule r ON r.id = s.rule_id
    WHERE a.user_id = ${userId} ORDER BY d.id DESC LIMIT 200`
}
