import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'

/** How old a signal may be, in hours, and still be news: what a first look over the history finds is not. */
const newsHours = 72
/** The most one alert sends in an hour: a rule that fires without end must not fill somebody's post. */
const mostAnHour = 60

/**
 * Makes a delivery of every signal that an enabled alert asks for and has none of yet: signals found since the alert was made, that are still news. The key of each is made of the alert and
 * the signal, so that any number of workers make it once. Returns how many are new. Needs the scope `ingest`.
 */
export async function enqueueSignals(sql: Queryable, ctx: CommandContext): Promise<number> {
  requireScope(ctx, 'ingest')
  const result = await sql`
    INSERT INTO delivery (alert_id, signal_id, key, kind, created_at, next_at)
    SELECT a.id, s.id, a.id || '.' || s.id, 'signal', ${ctx.now}::timestamptz,
      s.found_at + make_interval(mins => (a.options->>'pendingMinutes')::int)
    FROM alert_rule a
    JOIN signal s ON s.found_at >= a.created_at AND s.found_at > ${ctx.now}::timestamptz - make_interval(hours => ${newsHours})
      AND s.known_at > s.found_at - make_interval(hours => ${newsHours})
    JOIN rule r ON r.id = s.rule_id AND r.status = 'published'
    LEFT JOIN listing l ON l.id = s.listing_id
    WHERE a.enabled AND (a.rules = '{}' OR r.slug = ANY(a.rules)) AND (a.listings = '{}' OR l.symbol = ANY(a.listings))
      AND (SELECT count(*) FROM delivery d WHERE d.alert_id = a.id AND d.created_at > ${ctx.now}::timestamptz - interval '1 hour') < ${mostAnHour}
    ORDER BY s.id
    ON CONFLICT (key) DO NOTHING`
  return result.count
}

/** Whether what the signal `s` of the rule `r` says is so still. Only kinds that tell of a state can hold; the others are over as they happen. */
const stillHolds = (sql: Queryable) => sql`
  CASE r.kind
    WHEN 'stale-series' THEN s.numbers->>'lastSession' =
      (SELECT max(b.session)::text FROM bar b WHERE b.listing_id = s.listing_id AND b.settled)
    WHEN 'gap' THEN EXISTS (SELECT 1 FROM missing_session m WHERE m.listing_id = s.listing_id AND m.state = 'open'
      AND m.session::text BETWEEN s.numbers->>'first' AND s.numbers->>'last')
    WHEN 'held-row' THEN EXISTS (SELECT 1 FROM quarantine q WHERE q.state = 'held' AND q.entity = s.numbers->>'entity'
      AND q.row_key = s.numbers->>'key' AND q.listing_id IS NOT DISTINCT FROM s.listing_id)
    ELSE false END`

/**
 * Makes the next delivery of what has been told, still holds, and is to be told again. Returns how many are new. Needs the scope `ingest`.
 */
export async function enqueueRepeats(sql: Queryable, ctx: CommandContext): Promise<number> {
  requireScope(ctx, 'ingest')
  const result = await sql`
    INSERT INTO delivery (alert_id, signal_id, key, kind, created_at, next_at)
    SELECT t.alert_id, t.signal_id, t.alert_id || '.' || t.signal_id || '.' || t.told, 'signal', ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    FROM alert_rule a CROSS JOIN LATERAL (
      SELECT alert_id, signal_id, count(*) AS told, max(finished_at) AS last, bool_and(state = 'delivered') AS all_told
      FROM delivery WHERE alert_id = a.id AND signal_id IS NOT NULL GROUP BY alert_id, signal_id) t
    JOIN signal s ON s.id = t.signal_id JOIN rule r ON r.id = s.rule_id AND r.status = 'published'
    WHERE a.enabled AND t.all_told AND a.options->>'repeatHours' IS NOT NULL
      AND t.last + make_interval(hours => (a.options->>'repeatHours')::int) <= ${ctx.now}::timestamptz
      AND ${stillHolds(sql)}
    ON CONFLICT (key) DO NOTHING`
  return result.count
}

/** A message that comes of no signal. */
export interface PlainDelivery {
  readonly alertId: string
  readonly kind: 'no-data' | 'test'
  /** What it is about; with the alert and the kind it makes the key. */
  readonly subject: string
}

/** Makes deliveries that come of no signal, each once by its alert, kind and subject. Returns how many are new. Needs the scope `ingest`. */
export async function enqueuePlain(
  sql: Queryable,
  ctx: CommandContext,
  deliveries: readonly PlainDelivery[],
): Promise<number> {
  requireScope(ctx, 'ingest')
  if (deliveries.length === 0) return 0
  const rows = deliveries.map(({ alertId, kind, subject }) => ({
    ...{ alert_id: alertId, kind, subject, key: `${alertId}.${kind}.${subject}` },
    ...{ created_at: ctx.now, next_at: ctx.now },
  }))
  const result = await sql`INSERT INTO delivery ${sql(rows)} ON CONFLICT (key) DO NOTHING`
  return result.count
}
