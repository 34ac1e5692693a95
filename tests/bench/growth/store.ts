import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Sql } from '@/lib/store/connection/sql'
import { barLines, type MadeListing, madeMics } from './bars'
import { quoteLines } from './quotes'

/** How much is made; the same seed makes the same. */
export interface MadeSize {
  readonly listings: number
  readonly sessions: number
  readonly seed?: number
}

const currencies = { XNAS: 'USD', XSHG: 'CNY', XHKG: 'HKD', XNYS: 'USD' } as const

/** Adds listings `M00001`, … to a migrated store, the exchanges in turn. */
export async function addMadeListings(sql: Sql, count: number): Promise<MadeListing[]> {
  const mics = Array.from({ length: count }, (_, i) => madeMics[i % madeMics.length] ?? 'XNAS')
  const rows = await sql<MadeListing[]>`
    INSERT INTO listing (symbol, mic, ticker, name, name_zh, kind, currency, tracked_from, position)
    SELECT 'M' || lpad(n::text, 5, '0'), mic, 'M' || lpad(n::text, 5, '0'), 'Made ' || n, 'Made ' || n, 'equity', currency, '2015-01-01', 1000
    FROM unnest(${mics}::text[], ${mics.map((mic) => currencies[mic])}::text[]) WITH ORDINALITY AS i(mic, currency, n) ORDER BY n
    RETURNING id, symbol, mic`
  return [...rows]
}

async function copy(sql: Sql, table: 'bar' | 'quote', bytes: Buffer): Promise<void> {
  const columns = {
    bar: 'listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of',
    quote: 'listing_id, at, price, open, high, low, previous_close, volume, feed, feed_symbol, fetched_at',
  }[table]
  const stream = await sql.unsafe(`COPY ${table} (${columns}) FROM STDIN`).writable()
  const pieceLength = 1 << 20
  for (let from = 0; from < bytes.length; from += pieceLength) {
    if (!stream.write(bytes.subarray(from, from + pieceLength))) await once(stream, 'drain')
  }
  stream.end()
  await finished(stream)
}

/** Stores the bars of `listings` by COPY, some 100,000 a transaction, in the order of life. Tells the rows stored so far. */
export async function fillBars(
  sql: Sql,
  listings: readonly MadeListing[],
  { sessions, seed = 1 }: Omit<MadeSize, 'listings'>,
  say: (rows: number) => void = () => undefined,
): Promise<number> {
  let rows = 0
  for (const piece of barLines(listings, { sessions, seed, pieceRows: 100_000 })) {
    await copy(sql, 'bar', piece.bytes)
    rows += piece.rows
    say(rows)
  }
  return rows
}

/** Stores the live prices of `listings` over their last `sessions` sessions by COPY. */
export async function fillQuotes(
  sql: Sql,
  listings: readonly MadeListing[],
  { sessions, seed = 1 }: Omit<MadeSize, 'listings'>,
): Promise<number> {
  let rows = 0
  for (const piece of quoteLines(listings, { sessions, seed })) {
    await copy(sql, 'quote', piece.bytes)
    rows += piece.rows
  }
  return rows
}
