import { addDays } from '@/lib/market/date'
import type { Store } from '@/lib/store/connection/store'

/** The symbols of the listings that `fillListings` makes. */
export const symbolsOf = (listings: number) => Array.from({ length: listings }, (_, i) => `BENCH${i}`)

/**
 * Adds `listings` listings of `sessions` weekdays each up to 2026-11-20, session by session as in life (so that the rows of one listing lie apart), with prices to the cent and
 * volumes as of a large company.
 */
export async function fillListings({ sql }: Store, { listings, sessions }: { listings: number; sessions: number }) {
  const symbols = symbolsOf(listings)
  await sql`
    INSERT INTO listing (symbol, mic, ticker, name, name_zh, kind, currency, tracked_from)
    SELECT symbol, 'XNAS', symbol, symbol || ' Corporation', symbol, 'equity', 'USD', '2015-01-02' FROM unnest(${symbols}::text[]) AS symbol`
  // Weekdays: every seven days hold five of them.
  const first = addDays('2026-11-20', -Math.ceil((sessions * 7) / 5) - 7)
  await sql`
    INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
    SELECT l.id, d.session, p.close - 0.37, p.close + 1.21, p.close - 1.43, p.close, 150000000 + (d.n * 7919 + l.id * 104729) % 90000000, true,
      'yahoo', l.symbol, '2026-11-20T22:00:00Z', d.session + interval '21 hours'
    FROM (
      SELECT day::date AS session, row_number() OVER (ORDER BY day DESC) AS n FROM generate_series(${first}::date, '2026-11-20'::date, '1 day') AS day
      WHERE extract(isodow FROM day) < 6
    ) d CROSS JOIN listing l
    CROSS JOIN LATERAL (SELECT round((100 + 40 * sin(d.n / 37.0 + l.id) + (d.n * 31 + l.id * 17) % 100 / 100.0)::numeric, 2) AS close) p
    WHERE d.n <= ${sessions} AND l.symbol = ANY(${symbols}) ORDER BY d.session, l.id`
  await sql`VACUUM ANALYZE bar`
  return symbols
}
