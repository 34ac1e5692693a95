import type { StandinBar, StandinListing } from './types'

/** The bar that ticks make; null for none. */
function barOf(session: string, ticks: readonly { price: number; shares: number }[]): StandinBar | null {
  const prices = ticks.map(({ price }) => price)
  const [first, last] = [prices[0], prices.at(-1)]
  if (first === undefined || last === undefined) return null
  const volume = ticks.reduce((sum, { shares }) => sum + shares, 0)
  return { session, open: first, high: Math.max(...prices), low: Math.min(...prices), close: last, volume }
}

/** A listing as its feed would show it at a moment: of a replayed session what has been traded by then. */
export function atClock(listing: StandinListing, now: Date): StandinListing {
  const { replay, ...rest } = listing
  if (replay === undefined) return listing
  const traded = replay.ticks.filter(({ at }) => new Date(at) <= now)
  const bar = barOf(replay.session, traded)
  const last = traded.at(-1)
  if (bar === null || last === undefined) return rest
  const bars = [...listing.bars.filter(({ session }) => session !== replay.session), bar]
  if (now >= new Date(replay.close)) return { ...rest, bars }
  return { ...rest, bars, live: { at: last.at, price: last.price, volume: bar.volume } }
}
