import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'

/** What a held row is a row of. */
export const quarantinedEntities = ['bar', 'action', 'revenue', 'shares', 'rate'] as const

/** A row that could not be stored, whole, with the reason. */
export interface HeldRow {
  readonly entity: (typeof quarantinedEntities)[number]
  readonly key: string
  readonly reason: string
  readonly payload: unknown
}

/** Where a held row came from. */
export interface HeldSource {
  readonly feed: string
  readonly listingId: number | null
}

/** SQL of whether the held row `q` is of a listing, or of none (null): `IS NOT DISTINCT FROM` says the same, and no index knows it. */
export const ofListing = (sql: Queryable, listingId: number | null) =>
  listingId === null ? sql`q.listing_id IS NULL` : sql`q.listing_id = ${listingId}`

// A moment we fetched a row at makes it no other row.
const fetchMoments = ['fetchedAt', 'asOf']

function payloadText(payload: unknown): string {
  return JSON.stringify(payload, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? 'null'
}

/** The rows that no admin has answered yet: one with the same key and payload from the same feed that was rejected, or released (as it is or corrected), is not held again. */
export async function withoutAnswered(
  sql: Queryable,
  rows: readonly HeldRow[],
  { feed, listingId }: HeldSource,
): Promise<HeldRow[]> {
  if (rows.length === 0) return []
  const moments = sql`${fetchMoments}::text[]`
  const ofTheRow = (json: ReturnType<typeof sql>) =>
    sql`CASE jsonb_typeof(${json}) WHEN 'object' THEN ${json} - ${moments} ELSE ${json} END`
  const known = await sql<{ n: number }[]>`
    SELECT i.n::int FROM unnest(${rows.map((r) => r.entity)}::text[], ${rows.map((r) => r.key)}::text[],
        ${rows.map((r) => payloadText(r.payload))}::text[]) WITH ORDINALITY AS i(entity, key, payload, n)
    WHERE EXISTS (SELECT 1 FROM quarantine q WHERE q.state IN ('rejected', 'released') AND q.entity = i.entity AND q.row_key = i.key AND q.feed = ${feed}
      AND ${ofListing(sql, listingId)}
      AND ${ofTheRow(sql`q.payload`)} = ${ofTheRow(sql`i.payload::jsonb`)})`
  const answered = new Set(known.map(({ n }) => n - 1))
  return rows.filter((_, i) => !answered.has(i))
}

/** Holds rows back for an admin. A row already held for the same reason is not held twice. Returns how many are new. Needs the scope `ingest`. */
export async function holdRows(
  sql: Queryable,
  ctx: CommandContext,
  rows: readonly HeldRow[],
  { feed, listingId }: HeldSource,
): Promise<number> {
  requireScope(ctx, 'ingest')
  if (rows.length === 0) return 0
  const payload = rows.map((row) => payloadText(row.payload))
  const result = await sql`
    INSERT INTO quarantine (listing_id, entity, row_key, feed, reason, payload, held_at)
    SELECT ${listingId}::int, i.entity, i.key, ${feed}, i.reason, i.payload::jsonb, ${ctx.now}
    FROM unnest(${rows.map((r) => r.entity)}::text[], ${rows.map((r) => r.key)}::text[], ${rows.map((r) => r.reason)}::text[], ${payload}::text[])
      AS i(entity, key, reason, payload)
    WHERE NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.state = 'held' AND q.entity = i.entity AND q.row_key = i.key AND q.feed = ${feed}
      AND q.reason = i.reason AND ${ofListing(sql, listingId)})`
  if (result.count > 0) await noteChange(sql, ctx, 'quarantine')
  return result.count
}
