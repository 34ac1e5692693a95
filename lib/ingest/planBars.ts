import type { FeedBar, FeedBars } from '@/lib/feeds/types'
import { turnedBack } from '@/lib/market/adjustment'
import { exchangeOf, type Mic } from '@/lib/market/exchange'
import { sessionClose } from '@/lib/market/sessions'
import { type ListingKind, tickOf } from '@/lib/market/tick'
import { localDate } from '@/lib/market/zone'
import type { NewAction } from '@/lib/store/action/addMissing'
import type { StoredAction } from '@/lib/store/action/read'
import type { BarInput } from '@/lib/store/bar/write'
import type { HeldRow } from '@/lib/store/quarantine/hold'
import { type ClosePair, unlikeBasis } from './basisCheck'
import { currencyProblem } from './currencyCheck'
import { withFinerFigures } from './finerFigures'
import { mergeDividends } from './mergeDividends'
import { mergeSplits } from './mergeSplits'
import { holdDoubtful } from './softHold'
import { figuresProblem, validateBars } from './validate'

/** The listing a feed was asked for. */
export interface PlannedListing {
  readonly symbol: string
  readonly mic: Mic
  readonly kind: ListingKind
  readonly currency: string
  /** First session, when known. */
  readonly listedOn?: string | null
}

/** What the store has of it: all corporate actions, and the as-traded closes of settled sessions, ascending. */
export interface StoredSeries {
  readonly actions: readonly StoredAction[]
  readonly closes: readonly { readonly session: string; readonly close: string }[]
  /** Settled bars, ascending, from some 250 sessions before the range on: what the soft rules judge by. */
  readonly history?: readonly FeedBar[]
}

/** What is to be stored of an answer. With `refusal` nothing is, and only `held` rows are kept. */
export interface BarsPlan {
  readonly refusal: string | null
  readonly bars: readonly BarInput[]
  readonly actions: readonly NewAction[]
  /** Actions of the feed that agree with known ones. */
  readonly agreeingActions: number
  readonly held: readonly HeldRow[]
}

const minuteMs = 60_000
/** The last place the store keeps. */
const storedStep = '0.000001'

/** The bars as they were traded. `kind` decides what a volume of zero says: of an index that the feed counts none. */
function tradedBars(
  bars: readonly FeedBar[],
  kind: ListingKind,
  ...[splits, tick]: Parameters<typeof turnedBack>
): FeedBar[] {
  const backOf = turnedBack(splits, tick)
  return bars.map(({ session, open, high, low, close, volume }) => {
    const back = backOf(session)
    const none = volume === null || (kind === 'index' && volume === 0n)
    return {
      session,
      open: back.price(open),
      high: back.price(high),
      low: back.price(low),
      close: back.price(close),
      volume: none ? null : back.volume(volume),
    }
  })
}

/** The closes of the sessions that two ascending columns share. */
function closePairs(stored: StoredSeries['closes'], fed: readonly FeedBar[]): ClosePair[] {
  const pairs: ClosePair[] = []
  let at = 0
  for (const { session, close } of stored) {
    while (at < fed.length && (fed[at]?.session ?? '') < session) at++
    const other = fed[at]
    if (other?.session === session) pairs.push({ session, stored: close, fed: other.close })
  }
  return pairs
}

/** A plan that stores nothing. */
export const refused = (refusal: string, held: readonly HeldRow[]): BarsPlan => ({
  refusal,
  bars: [],
  actions: [],
  agreeingActions: 0,
  held,
})

/**
 * What to store of a feed's answer, decided without touching anything. The steps: currency, hard rules row by row, the feed's splits held against the known ones,
 * prices turned back to as traded and rounded to the exchange's tick, that basis held against the stored closes, dividends turned back to cash as paid,
 * the soft rules.
 * `askedAt` is the moment before the request: a bar is settled when its session had closed `delayMinutes` before that.
 * Throws a RangeError for figures that cannot be turned back.
 */
export function planBars(
  fed: FeedBars,
  listing: PlannedListing,
  stored: StoredSeries,
  feed: { readonly name: string; readonly delayMinutes: number },
  askedAt: Date,
): BarsPlan {
  const { symbol, mic, kind, currency } = listing
  const wrongCurrency = currencyProblem(fed, currency, feed.name, symbol)
  if (wrongCurrency) return refused(wrongCurrency.message, [wrongCurrency.held])

  const today = localDate(askedAt, exchangeOf(mic).timeZone)
  const { valid, held: invalid } = validateBars(fed.bars, { mic, now: askedAt })
  const unread = fed.rejected.map(({ key, reason, payload }): HeldRow => ({ entity: 'bar', key, reason, payload }))
  const held: HeldRow[] = [...unread, ...invalid]
  if (valid.length === 0 && held.length > 0) {
    const first = held[0]
    return refused(`${feed.name} has no usable row for ${symbol}: ${first?.key} is ${first?.reason}`, held)
  }

  const splits = mergeSplits(
    stored.actions,
    fed.actions.filter((action) => action.kind === 'split'),
    { mic, today },
  )
  held.push(...splits.held)
  const applied = fed.basis === 'split' ? splits.splits : []
  const tick = fed.basis === 'split' ? (price: string) => tickOf(mic, kind, price) : storedStep
  // Turning back and rounding can leave what no column holds: the rules of figures are looked at once more.
  const turned: FeedBar[] = []
  for (const bar of tradedBars(valid, kind, applied, tick)) {
    const reason = figuresProblem(bar)
    if (reason === null) turned.push(bar)
    else held.push({ entity: 'bar', key: bar.session, reason, payload: bar })
  }
  const traded = withFinerFigures(turned, stored.history ?? [], fed.rounding)

  const pairs = closePairs(stored.closes, traded)
  const off = unlikeBasis(pairs)
  if (off) return refusedBasis(off, feed.name, symbol, held)

  const fedDividends = fed.actions.filter((action) => action.kind === 'dividend')
  // In order only for the few dividends that ask: most answers have none.
  const closes =
    fedDividends.length === 0
      ? []
      : [...new Map([...stored.closes, ...traded].map(({ session, close }) => [session, close] as const))].sort()
  const dividends = mergeDividends(stored.actions, fedDividends, {
    mic,
    currency,
    today,
    splits: applied,
    closeBefore: (date) => closes.findLast(([session]) => session < date)?.[1] ?? null,
  })
  held.push(...dividends.held)
  const settledFrom = feed.delayMinutes * minuteMs
  const ready = traded.map(({ session, open, high, low, close, volume }): BarInput => {
    const closed = sessionClose(mic, session)
    const settled = askedAt.getTime() >= closed.getTime() + settledFrom
    // Each named: a spread costs as much as all other work on a row.
    return { session, open, high, low, close, volume, settled, asOf: settled ? closed : fed.fetchedAt }
  })
  const known = [...stored.actions, ...splits.fresh, ...dividends.fresh]
  const around = { listing, stored: stored.history ?? [], actions: known }
  const believed = holdDoubtful(ready, around, { feedSymbol: fed.feedSymbol, fetchedAt: fed.fetchedAt })
  held.push(...believed.held)
  return {
    refusal: null,
    bars: believed.bars,
    actions: [...splits.fresh, ...dividends.fresh],
    agreeingActions: splits.agreeing + dividends.agreeing,
    held,
  }
}

function refusedBasis(
  off: { ratio: string; lastSession: string; exDate: string | null },
  name: string,
  symbol: string,
  held: readonly HeldRow[],
): BarsPlan {
  const when = off.exDate === null ? `after ${off.lastSession}` : `with ex-date ${off.exDate}`
  const reason = `a split of ${off.ratio} for 1 ${when} would explain it, and none is known here`
  const candidate: HeldRow = {
    entity: 'action',
    key: `${off.exDate ?? off.lastSession} split`,
    reason: `candidate: ${reason}`,
    payload: { kind: 'split', exDate: off.exDate, lastSession: off.lastSession, ratio: off.ratio },
  }
  return refused(
    `${name} serves ${symbol} on another basis: stored closes to ${off.lastSession} are ${off.ratio} times its own; ${reason}. Nothing was stored`,
    [...held, candidate],
  )
}
