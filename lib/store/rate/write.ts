import type { WriteCounts } from '../bar/write'
import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'

export interface RateInput {
  readonly base: string
  readonly quote: string
  readonly date: string
  /** Units of `quote` for one `base`, decimal string. */
  readonly rate: string
}

/** Stores rates in one statement; equal ones are left alone. With `onlyMissing` a stored rate is never replaced. Needs the scope `ingest`. */
export async function writeRates(
  sql: Queryable,
  ctx: CommandContext,
  rates: readonly RateInput[],
  { feed, fetchedAt, onlyMissing = false }: { feed: string; fetchedAt: Date; onlyMissing?: boolean },
): Promise<WriteCounts> {
  requireScope(ctx, 'ingest')
  const rows = await sql<{ added: boolean }[]>`
    INSERT INTO fx_rate (base, quote, date, rate, feed, fetched_at)
    SELECT i.base, i.quote, i.date, i.rate, ${feed}, ${fetchedAt}
    FROM unnest(${rates.map((r) => r.base)}::text[], ${rates.map((r) => r.quote)}::text[], ${rates.map((r) => r.date)}::date[],
      ${rates.map((r) => r.rate)}::numeric[]) AS i(base, quote, date, rate) ORDER BY i.base, i.quote, i.date
    ON CONFLICT (base, quote, date) ${
      onlyMissing
        ? sql`DO NOTHING`
        : sql`DO UPDATE SET rate = excluded.rate, feed = excluded.feed, fetched_at = excluded.fetched_at WHERE fx_rate.rate <> excluded.rate`
    }
    RETURNING (xmax = 0) AS added`
  if (rows.length > 0) await noteChange(sql, ctx, 'rates')
  const added = rows.filter((row) => row.added).length
  return { added, changed: rows.length - added, unchanged: rates.length - rows.length }
}
