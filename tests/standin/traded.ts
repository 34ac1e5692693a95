import { localDate } from '@/lib/market/zone'
import type { Fault, StandinBar, StandinListing } from './types'

/**
 * Bars as traded, ascending, from `from` to `to`: with the live price as the bar of its day, and null prices where the
 * fault says so; none with the fault `empty`.
 */
export function tradedBars(listing: StandinListing, from: string, to: string, fault: Fault | null): StandinBar[] {
  if (fault?.kind === 'empty') return []
  const bars = new Map(listing.bars.map((bar) => [bar.session, bar]))
  if (listing.live) {
    const { at, price, volume } = listing.live
    const session = localDate(new Date(at), listing.timeZone)
    bars.set(session, { session, open: price, high: price, low: price, close: price, volume })
  }
  const nulls = fault?.kind === 'null-bars' ? fault.sessions : []
  return [...bars.values()]
    .filter(({ session }) => session >= from && session <= to)
    .sort((a, b) => (a.session < b.session ? -1 : 1))
    .map((bar) =>
      nulls.includes(bar.session) ? { ...bar, open: null, high: null, low: null, close: null, volume: null } : bar,
    )
}
