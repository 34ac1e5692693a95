import type { TradingDate } from '@/lib/market/date'
import { exchangeOf, type Mic } from '@/lib/market/exchange'
import { sessionClose, sessionsBetween } from '@/lib/market/sessions'
import { Lines } from './lines'
import { Walks } from './walk'

/** A listing of the generator. Symbols are its own: no feed knows them. */
export interface MadeListing {
  readonly id: number
  readonly symbol: string
  readonly mic: Mic
}

/** The exchanges in turn, as listings have them. */
export const madeMics = ['XNAS', 'XSHG', 'XHKG', 'XNYS'] as const satisfies readonly Mic[]

/** Where every series of the generator ends. */
export const lastMade: TradingDate = '2026-11-20'

/** The last `count` sessions of an exchange up to `lastMade`, ascending. Throws a RangeError when its calendar knows fewer. */
export function madeSessions(mic: Mic, count: number): TradingDate[] {
  const all = sessionsBetween(mic, exchangeOf(mic).knownFrom, lastMade)
  if (all.length < count) throw new RangeError(`${mic} has ${all.length} sessions up to ${lastMade}, not ${count}`)
  return all.slice(all.length - count)
}

const hourMs = 3_600_000

/** A piece of text for COPY. */
export interface Piece {
  readonly rows: number
  readonly bytes: Buffer
}

/**
 * The bars of `listings` as lines for COPY into `bar`, day by day as in life: what trades on a day in the order of the listings, then the next day. Pieces of about
 * `pieceRows` rows, never less than a day.
 */
export function* barLines(
  listings: readonly MadeListing[],
  { sessions, seed, pieceRows }: { readonly sessions: number; readonly seed: number; readonly pieceRows: number },
): Generator<Piece> {
  const walks = new Walks(listings.length, seed)
  const trading = new Map<Mic, Set<TradingDate>>(madeMics.map((mic) => [mic, new Set(madeSessions(mic, sessions))]))
  const days = [...new Set([...trading.values()].flatMap((set) => [...set]))].sort()
  const starts = listings.map(({ id }) => Buffer.from(`${id}\t`))
  const sources = listings.map(({ symbol }) => Buffer.from(`t\tyahoo\t${symbol}\t`))
  const lines = new Lines()
  for (const day of days) {
    const date = Buffer.from(`${day}\t`)
    // What a day of one exchange has in common ends each of its lines.
    const ends = new Map<Mic, Buffer>()
    for (const [mic, set] of trading) {
      if (!set.has(day)) continue
      const close = sessionClose(mic, day)
      const fetched = new Date(close.getTime() + hourMs)
      ends.set(mic, Buffer.from(`${fetched.toISOString()}\t${close.toISOString()}\n`))
    }
    for (const [index, { mic }] of listings.entries()) {
      const [start, source, end] = [starts[index], sources[index], ends.get(mic)]
      if (start === undefined || source === undefined || end === undefined) continue
      const { open, high, low, close, volume } = walks.next(index)
      lines.put(start).put(date).hundredths(open).hundredths(high).hundredths(low).hundredths(close).whole(volume)
      lines.put(source).put(end).endRow()
    }
    if (lines.rows >= pieceRows) yield lines.take()
  }
  if (lines.rows > 0) yield lines.take()
}
