import type { Queryable } from '../connection/sql'
import type { AlertInput } from './schema'

/** One alert of one account, without the secret that signs its webhook. */
export interface Alert extends AlertInput {
  readonly id: string
  readonly userId: string
  readonly version: number
  readonly createdAt: Date
}

const columns = (sql: Queryable) => sql`
  id, user_id AS "userId", name, rules, listings, channel, target, options, enabled, version, created_at AS "createdAt"`

/** The alerts of an account, the oldest first. */
export async function listAlerts(sql: Queryable, userId: string): Promise<Alert[]> {
  return sql<Alert[]>`SELECT ${columns(sql)} FROM alert_rule WHERE user_id = ${userId} ORDER BY created_at, id`
}

/** An account's alert of an id (any text), locked until the transaction ends; null when there is none. */
export async function lockAlert(sql: Queryable, userId: string, id: string): Promise<Alert | null> {
  const [alert] = await sql<
    Alert[]
  >`SELECT ${columns(sql)} FROM alert_rule WHERE user_id = ${userId} AND id = ${id} FOR UPDATE`
  return alert ?? null
}
