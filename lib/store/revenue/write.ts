import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'

/** One figure to store; see the store's RevenueFact. Value as decimal string. */
export interface RevenueInput {
  readonly label: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly value: string
  readonly currency: string
  readonly filed: string | null
  readonly knownAt: Date
  readonly derived: boolean
  readonly precision: string
  readonly document: string
}

const columns = (rows: readonly RevenueInput[]) => ({
  label: rows.map((row) => row.label),
  start: rows.map((row) => row.periodStart),
  end: rows.map((row) => row.periodEnd),
  value: rows.map((row) => row.value),
  currency: rows.map((row) => row.currency),
  filed: rows.map((row) => row.filed),
  knownAt: rows.map((row) => row.knownAt.toISOString()),
  // The driver cannot send an array of booleans: words, cast twice.
  derived: rows.map((row) => String(row.derived)),
  precision: rows.map((row) => row.precision),
  document: rows.map((row) => row.document),
})

async function insert(
  sql: Queryable,
  ctx: CommandContext,
  topic: string,
  rows: readonly RevenueInput[],
  { feed, fetchedAt }: { feed: string; fetchedAt: Date },
  replace: boolean,
): Promise<number> {
  if (rows.length === 0) return 0
  const c = columns(rows)
  const result = await sql`
    INSERT INTO revenue_fact (topic_id, label, period_start, period_end, value, currency, filed, known_at, derived, precision, document, feed, fetched_at)
    SELECT t.id, i.*, ${feed}, ${fetchedAt}::timestamptz FROM topic t, unnest(${c.label}::text[], ${c.start}::date[], ${c.end}::date[], ${c.value}::numeric[],
      ${c.currency}::text[], ${c.filed}::date[], ${c.knownAt}::timestamptz[], ${c.derived}::text[]::boolean[], ${c.precision}::text[], ${c.document}::text[]) AS i
    WHERE t.slug = ${topic}
    ON CONFLICT (topic_id, label, known_at) ${
      replace
        ? sql`DO UPDATE SET period_start = excluded.period_start, period_end = excluded.period_end, value = excluded.value, currency = excluded.currency,
            filed = excluded.filed, derived = excluded.derived, precision = excluded.precision, document = excluded.document, feed = excluded.feed,
            fetched_at = excluded.fetched_at`
        : sql`DO NOTHING`
    }`
  if (result.count > 0) await noteChange(sql, ctx, 'revenue', topic)
  return result.count
}

/** Adds the quarters of a topic of which nothing is stored yet; leaves all others alone. Returns how many were added. */
export async function addMissingRevenue(
  sql: Queryable,
  ctx: CommandContext,
  topic: string,
  rows: readonly RevenueInput[],
  source: { feed: string; fetchedAt: Date },
): Promise<number> {
  requireScope(ctx, 'ingest')
  const known = await sql<{ label: string }[]>`
    SELECT DISTINCT r.label FROM revenue_fact r JOIN topic t ON t.id = r.topic_id WHERE t.slug = ${topic}`
  const labels = new Set(known.map((row) => row.label))
  return insert(
    sql,
    ctx,
    topic,
    rows.filter((row) => !labels.has(row.label)),
    source,
    false,
  )
}

/** Stores figures of a topic: a row with the same label and known-at is replaced, others are added. Returns how many rows it wrote. */
export async function writeRevenue(
  sql: Queryable,
  ctx: CommandContext,
  topic: string,
  rows: readonly RevenueInput[],
  source: { feed: string; fetchedAt: Date },
): Promise<number> {
  requireScope(ctx, 'ingest')
  return insert(sql, ctx, topic, rows, source, true)
}
