import type { Queryable } from '../connection/sql'
import type { BarFigures } from './input'

/**
 * The settled bars of a listing from a session on, ascending: what a refresh holds an answer against. Each column comes as one text, because rows cost the driver four times as long
 * as the figures in them.
 */
export async function settledFigures(sql: Queryable, listingId: number, from: string): Promise<BarFigures[]> {
  const columns = await sql`
    SELECT string_agg(session::text, ',' ORDER BY session), string_agg(trim_scale(open)::text, ',' ORDER BY session),
      string_agg(trim_scale(high)::text, ',' ORDER BY session), string_agg(trim_scale(low)::text, ',' ORDER BY session),
      string_agg(trim_scale(close)::text, ',' ORDER BY session), string_agg(coalesce(volume::text, ''), ',' ORDER BY session)
    FROM bar WHERE listing_id = ${listingId} AND session >= ${from} AND settled`.values()
  const [session = [], open = [], high = [], low = [], close = [], volume = []] = (columns[0] ?? []).map(
    (text: string | null) => text?.split(',') ?? [],
  )
  const at = (column: readonly string[], i: number) => column[i] ?? ''
  return session.map((date, i) => ({
    session: date,
    open: at(open, i),
    high: at(high, i),
    low: at(low, i),
    close: at(close, i),
    volume: at(volume, i) === '' ? null : BigInt(at(volume, i)),
  }))
}
