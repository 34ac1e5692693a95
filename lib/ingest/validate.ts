import { Decimal } from 'decimal.js'
import type { FeedBar } from '@/lib/feeds/types'
import { isTradingDate } from '@/lib/market/date'
import { exchangeOf, type Mic } from '@/lib/market/exchange'
import { CalendarUnknownError, isSession } from '@/lib/market/sessions'
import { sessionMs, sessionPlace } from '@/lib/market/sessionTable'
import { shortFloat } from '@/lib/market/shortDecimal'
import type { HeldRow } from '@/lib/store/quarantine/hold'

// What the store's columns hold: numeric(20,6) and bigint.
const largestPrice = new Decimal('1e13')
const largestVolume = 2n ** 63n - 1n
const decimal = /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i

/** Why a date is no session of the exchange, as far as its calendar says; null when it is one. Pure. */
export function sessionProblem(mic: Mic, session: string): string | null {
  if (sessionPlace(mic, session) !== undefined) return null
  if (!isTradingDate(session)) return 'not a date of the form YYYY-MM-DD'
  try {
    return isSession(mic, session) ? null : `not a session of ${mic}`
  } catch (error) {
    if (!(error instanceof CalendarUnknownError)) throw error
    const { knownFrom, knownUntil } = exchangeOf(mic)
    return `outside the calendar of ${mic}, which is known from ${knownFrom} to ${knownUntil}`
  }
}

const priceNames = ['open', 'high', 'low', 'close'] as const

function unlikePrice(name: (typeof priceNames)[number], price: string): string | null {
  if (!decimal.test(price) || !new Decimal(price).gt(0)) return `${name} is "${price}", not a price above zero`
  return new Decimal(price).gte(largestPrice) ? `${name} is ${price}, too large to be a price` : null
}

/** Whether the floats of short decimals show that the prices are above zero, not too large and in order. */
function plainlyInOrder({ open, high, low, close }: FeedBar): boolean {
  const o = shortFloat(open)
  const h = shortFloat(high)
  const l = shortFloat(low)
  const c = shortFloat(close)
  // Of what is no short decimal nothing is true.
  return l > 0 && h < 1e13 && l <= o && l <= c && h >= o && h >= c
}

function priceProblem(bar: FeedBar): string | null {
  if (plainlyInOrder(bar)) return null
  for (const name of priceNames) {
    const problem = unlikePrice(name, bar[name])
    if (problem !== null) return problem
  }
  const { open, high, low, close } = bar
  if (Decimal.min(open, close).lt(low)) return `low ${low} is above the open ${open} or the close ${close}`
  if (Decimal.max(open, close).gt(high)) return `high ${high} is below the open ${open} or the close ${close}`
  return null
}

function volumeProblem(volume: bigint | null): string | null {
  if (volume === null || (volume >= 0n && volume <= largestVolume)) return null
  return `volume is ${volume}, not a number of shares`
}

/** Why a bar cannot be true, looked at alone; null when it can. `now` is when it was asked for. */
export function barProblem(bar: FeedBar, { mic, now }: { mic: Mic; now: Date }): string | null {
  const problem = sessionProblem(mic, bar.session)
  if (problem) return problem
  if (sessionMs(mic, bar.session, 'open') > now.getTime()) return 'a session that has not opened yet'
  return figuresProblem(bar)
}

/** Why the figures of a bar cannot be true, whatever its session; null when they can. Pure. */
export function figuresProblem(bar: FeedBar): string | null {
  return priceProblem(bar) ?? volumeProblem(bar.volume)
}

const sameBar = (a: FeedBar, b: FeedBar) =>
  a.volume === b.volume && (['open', 'high', 'low', 'close'] as const).every((cell) => a[cell] === b[cell])

/**
 * The hard rules, before anything is turned or stored: prices above zero, low and high around open and close, a session of the exchange that has begun at
 * `now`, one bar a session. Exact copies count once; bars that differ for one session are all held. Valid bars come back ascending. Pure.
 */
export function validateBars(
  bars: readonly FeedBar[],
  at: { readonly mic: Mic; readonly now: Date },
): { valid: FeedBar[]; held: HeldRow[] } {
  const held: HeldRow[] = []
  const hold = (bar: FeedBar, reason: string) => held.push({ entity: 'bar', key: bar.session, reason, payload: bar })
  const possible: FeedBar[] = []
  let ascending = true
  for (const bar of bars) {
    const problem = barProblem(bar, at)
    if (problem) {
      hold(bar, problem)
      continue
    }
    const before = possible.at(-1)
    ascending &&= before === undefined || before.session < bar.session
    possible.push(bar)
  }
  if (ascending) return { valid: possible, held }
  const bySession = new Map<string, FeedBar[]>()
  for (const bar of possible) bySession.set(bar.session, [...(bySession.get(bar.session) ?? []), bar])
  const valid: FeedBar[] = []
  for (const [, [first, ...copies]] of [...bySession].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!first) continue
    if (copies.every((copy) => sameBar(copy, first))) valid.push(first)
    else for (const bar of [first, ...copies]) hold(bar, `one of ${copies.length + 1} bars that differ for one session`)
  }
  return { valid, held }
}
