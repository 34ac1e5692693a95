import { lastDueSession, sessionsBetween } from '@/lib/market/sessions'
import type { FreshStore } from '../database/fresh'
import type { StandinBar, StandinListing } from '../standin'

/** Everything that is stored of series, as text, without fetch times and run ids. */
export async function storeExport({ sql }: FreshStore): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    SELECT concat_ws(',', 'bar', l.symbol, session, open, high, low, close, volume, settled) AS line FROM bar JOIN listing l ON l.id = listing_id
    UNION ALL SELECT concat_ws(',', 'action', l.symbol, ex_date, corporate_action.kind, ratio_numerator, ratio_denominator, cash) FROM corporate_action JOIN listing l ON l.id = listing_id
    UNION ALL SELECT concat_ws(',', 'revenue', topic_id, label, known_at, value) FROM revenue_fact
    UNION ALL SELECT concat_ws(',', 'shares', topic_id, as_of, known_at, shares) FROM share_count
    UNION ALL SELECT concat_ws(',', 'rate', base, quote, date, rate) FROM fx_rate
    UNION ALL SELECT concat_ws(',', 'revision', l.symbol, session, close, revised_at) FROM bar_revision JOIN listing l ON l.id = listing_id
    ORDER BY line`
  return rows.map(({ line }) => line)
}

/** The last bundled sessions of 688256.SS as the store has them, and later ones up to `to` (the last one due now) that only the stand-in knows: nothing is missing then. */
export async function laterCambricon(
  { sql }: FreshStore,
  to = lastDueSession('XSHG', new Date(), 30),
): Promise<{ listing: StandinListing; later: StandinBar[] }> {
  const rows = await sql<StandinBar[]>`
    SELECT session, open::float8, high::float8, low::float8, close::float8, volume::float8 FROM bar b JOIN listing l ON l.id = b.listing_id
    WHERE l.symbol = '688256.SS' AND b.feed = 'bundled' ORDER BY session`
  const later = sessionsBetween('XSHG', '2026-07-23', to).map((session, i): StandinBar => {
    const close = 1300.25 + i
    return { session, open: close - 2, high: close + 3.11, low: close - 5, close, volume: 9_000_000 + i }
  })
  return {
    listing: {
      symbol: '688256.SS',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      bars: [...rows, ...later],
      actions: [
        { kind: 'split', exDate: '2026-05-08', numerator: 1.49, denominator: 1 },
        { kind: 'dividend', exDate: '2026-05-08', cash: 1.5 },
      ],
    },
    later,
  }
}
