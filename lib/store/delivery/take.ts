import type { AlertInput } from '../alert/schema'
import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/** How long a delivery counts as being sent after it was taken: longer than any try takes. */
const leaseSeconds = 60

/** A message to be sent now, with all it says. Moments in UTC. */
export interface DueDelivery {
  readonly id: bigint
  readonly key: string
  readonly kind: 'signal' | 'no-data' | 'test'
  readonly subject: string
  /** How often it has been sent, this time included. */
  readonly attempts: number
  readonly createdAt: Date
  readonly alert: Pick<AlertInput, 'name' | 'channel' | 'target' | 'options'>
  readonly secret: string | null
  readonly rule: { readonly slug: string; readonly kind: string; readonly name: string; readonly nameZh: string } | null
  readonly listing: {
    readonly symbol: string
    readonly mic: string
    readonly name: string
    readonly nameZh: string
  } | null
  readonly signal: {
    readonly id: string
    readonly cause: string
    readonly session: string | null
    readonly knownAt: string
    readonly numbers: unknown
  } | null
}

/**
 * Takes up to `most` messages that are due, each by one worker alone until its lease is over; one whose worker died is taken again, under the same key. Needs the scope `ingest`.
 */
export async function takeDue(sql: Queryable, ctx: CommandContext, most = 20): Promise<DueDelivery[]> {
  requireScope(ctx, 'ingest')
  return sql<DueDelivery[]>`
    WITH due AS (
      SELECT id FROM delivery
      WHERE (state = 'waiting' AND next_at <= ${ctx.now}) OR (state = 'sending' AND lease_until < ${ctx.now})
      ORDER BY next_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE delivery d SET state = 'sending', attempts = attempts + 1,
        lease_until = ${ctx.now}::timestamptz + make_interval(secs => ${leaseSeconds})
      FROM due WHERE d.id = due.id RETURNING d.*
    )
    SELECT d.id, d.key, d.kind, d.subject, d.attempts, d.created_at AS "createdAt", a.secret,
      jsonb_build_object('name', a.name, 'channel', a.channel, 'target', a.target, 'options', a.options) AS alert,
      CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('slug', r.slug, 'kind', r.kind, 'name', r.name, 'nameZh', r.name_zh) END AS rule,
      CASE WHEN l.id IS NOT NULL THEN jsonb_build_object('symbol', l.symbol, 'mic', l.mic, 'name', l.name, 'nameZh', l.name_zh) END AS listing,
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id::text, 'cause', s.cause, 'session', s.session, 'numbers', s.numbers,
        'knownAt', to_char(s.known_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) END AS signal
    FROM taken d JOIN alert_rule a ON a.id = d.alert_id
    LEFT JOIN signal s ON s.id = d.signal_id LEFT JOIN rule r ON r.id = s.rule_id
    LEFT JOIN listing l ON l.id = s.listing_id OR (s.id IS NULL AND d.kind = 'no-data' AND l.symbol = split_part(d.subject, ' ', 1))
    ORDER BY d.next_at, d.id`
}

/** What became of a try. */
export type TryOutcome =
  | { readonly state: 'delivered' | 'failed'; readonly words: string }
  /** To be tried again, or held back, until `at`. `counts` is false when nothing was sent. */
  | { readonly state: 'waiting'; readonly at: Date; readonly words: string; readonly counts: boolean }

/** Writes down what became of a message that was taken. Needs the scope `ingest`. */
export async function finishTry(sql: Queryable, ctx: CommandContext, id: bigint, outcome: TryOutcome): Promise<void> {
  requireScope(ctx, 'ingest')
  const words = outcome.words.slice(0, 500)
  if (outcome.state === 'waiting') {
    await sql`
      UPDATE delivery SET state = 'waiting', next_at = ${outcome.at}, lease_until = NULL, outcome = ${words},
        attempts = attempts - ${outcome.counts ? 0 : 1} WHERE id = ${String(id)}::bigint AND state = 'sending'`
  } else {
    await sql`
      UPDATE delivery SET state = ${outcome.state}::"DeliveryState", finished_at = ${ctx.now}, lease_until = NULL, outcome = ${words}
      WHERE id = ${String(id)}::bigint AND state = 'sending'`
  }
}
