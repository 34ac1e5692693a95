import type { Mic } from '@/lib/market/exchange'
import { priceLimit } from '@/lib/market/priceLimit'
import type { ListingKind } from '@/lib/market/tick'

/** What the soft rules know of a listing. */
export interface SoftListing {
  readonly symbol: string
  readonly mic: Mic
  readonly kind: ListingKind
  /** First session, when known. */
  readonly listedOn?: string | null
}

/** Returns looked back on, and the fewest that make a scale. */
export const scaleReturns = 250
const fewestReturns = 20
/** Consistency of the median absolute deviation with the standard deviation of normal returns. */
const madToSigma = 1.4826
const deviations = 8

/** Without a price limit only a jump in the unit stands out. */
const freeFactor = 3

// Without a price limit: the largest moves of a day that were real. Single stocks fall or rise by a quarter on results; the S&P 500
// and the Nasdaq Composite lost 12 % on 2020-03-16, out of a quiet year.
const stockFloor = 0.3
const indexFloor = 0.15
// Under ln 1.49: with too few returns for a scale a bonus issue still stands out.
const unknownScale = 0.36

/** On top of a price limit, for a dividend that is not known here and for rounding to the tick. */
const limitSlack = 0.03

function median(ascending: readonly number[]): number {
  const half = ascending.length >> 1
  const upper = ascending[half] ?? 0
  return ascending.length % 2 === 1 ? upper : (upper + (ascending[half - 1] ?? 0)) / 2
}

/**
 * Robust standard deviation of log returns: median absolute deviation x 1.4826. Null for fewer than 20. A verdict on whether a row is
 * looked at by a person, never a figure that is stored or shown: floats are enough.
 */
export function robustSigma(returns: readonly number[]): number | null {
  if (returns.length < fewestReturns) return null
  const centre = median([...returns].sort((a, b) => a - b))
  return madToSigma * median(returns.map((value) => Math.abs(value - centre)).sort((a, b) => a - b))
}

/** How far a close may lie from where it is expected, as log returns up and down, and what that is in words. */
export interface Allowance {
  readonly up: number
  readonly down: number
  readonly words: string
}

const shareFloor = ({ kind }: SoftListing) => (kind === 'index' ? indexFloor : stockFloor)

/** A move, up or down, that `allowance` believes whatever the series did before: no scale is needed to judge it. Pure. */
export function surelyAllowed(listing: SoftListing, { sessions, free }: { sessions: number; free: boolean }): number {
  const widen = Math.sqrt(Math.max(1, sessions))
  if (free) return Math.log(freeFactor) * widen
  const limit = priceLimit(listing)
  return (limit === null ? shareFloor(listing) : Math.log(1 + limit + limitSlack)) * widen
}

/**
 * The largest move that is believed. Where the exchange limits a day's move, that limit and 3 % of the price: within it every close is lawful, beyond it none is, whatever
 * the series did before. Elsewhere 8 robust standard deviations, at least 0.30 for a stock and 0.15 for an index in logarithms (+35 %/-26 %, +16 %/-14 %), so that a quiet series
 * does not trip. In a listing's first 5 sessions a factor of 3. `sessions` since the close before (1 for the next one) widen it by their root.
 */
export function allowance(
  listing: SoftListing,
  { sigma, sessions, free }: { sigma: number | null; sessions: number; free: boolean },
): Allowance {
  const widen = Math.sqrt(Math.max(1, sessions))
  const both = (log: number, words: string) => ({ up: log * widen, down: log * widen, words })
  if (free) return both(Math.log(freeFactor), `a factor of ${freeFactor} in the first sessions of a listing`)
  const limit = priceLimit(listing)
  if (limit !== null) {
    const most = limit + limitSlack
    const words = `the ${Math.round(limit * 100)} % that the exchange lets a price move in a session`
    return { up: Math.log(1 + most) * widen, down: -Math.log(1 - most) * widen, words }
  }
  if (sigma === null) return both(unknownScale, 'what is believed of a series still too short to have a scale')
  const floor = shareFloor(listing)
  const own = deviations * sigma
  return own > floor
    ? both(own, `${deviations} robust standard deviations of ${(sigma * 100).toFixed(2)} %`)
    : both(floor, `the ${floor.toFixed(2)} (as a logarithm) that a quiet series may move`)
}
