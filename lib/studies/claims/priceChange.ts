import {
  countInRange,
  inRange,
  longestClosureDays,
  verdictOfDates,
  type YearChange,
  yearChange,
} from '@/lib/analytics/claims/endDates'
import { isRefusal } from '@/lib/analytics/refusal'
import { daysBetween } from '@/lib/market/date'
import { indexAtOrBefore } from '@/lib/market/dateIndex'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import type { ParametersOf } from './kinds'
import { priceChangeFinding, priceChangeFormula } from './priceChangeTold'
import { priceSince } from './priceSince'
import { unitOfReading } from './readings'
import {
  type ClaimInput,
  type EndDate,
  type Judgement,
  judged,
  type Moments,
  notCheckable,
  refuseTold,
  type ToldRefusal,
} from './result'
import { closeInput, type SettledCloses, settledCloses } from './settledCloses'
import { dayOf, places } from './words'

type Parameters = ParametersOf<'price-change'>

function changeAt(bars: SettledCloses, end: number, { listing, years, reading }: Parameters): YearChange | ToldRefusal {
  const change = yearChange(bars.session, bars.close, { end, years, reading })
  if (!isRefusal(change)) return change
  const en = `${listing}: for the period that ends on ${bars.session[end]}, ${change.detail}.`
  return refuseTold(change.refused, en, `${listing}：截至${bars.session[end]}的期间缺少起始日前后的行情记录。`)
}

function allOf(changes: readonly (YearChange | ToldRefusal)[]): YearChange[] | ToldRefusal {
  const had: YearChange[] = []
  for (const change of changes) {
    if (isRefusal(change)) return change
    had.push(change)
  }
  return had
}

function lastEnds(bars: SettledCloses, parameters: Parameters): YearChange[] | ToldRefusal {
  const { listing, ends } = parameters
  const newest = indexAtOrBefore(bars.session, ends.last)
  const first = newest - ends.count + 1
  const reached = bars.session[newest]
  if (first < 0 || reached === undefined || daysBetween(reached, ends.last) > longestClosureDays) {
    return refuseTold(
      'too-few-sessions',
      `${listing}: ${newest + 1} sessions are stored up to ${ends.last}, the last of ${reached ?? 'no day'}; ${ends.count} are needed.`,
      `${listing}：截至${ends.last}只有${newest + 1}个交易日的记录，需要${ends.count}个。`,
    )
  }
  return allOf(Array.from({ length: ends.count }, (_, i) => changeAt(bars, first + i, parameters)))
}

function namedEnds(bars: SettledCloses, parameters: Parameters): YearChange[] | ToldRefusal {
  return allOf(
    parameters.endDates.map((date) => {
      const at = bars.session.indexOf(date)
      if (at >= 0) return changeAt(bars, at, parameters)
      const zh = `${parameters.listing}：作出该表述时没有${date}的收盘记录。`
      return refuseTold(
        'missing-values',
        `${parameters.listing}: no close of ${date} was known when this was stated.`,
        zh,
      )
    }),
  )
}

function inputsOf(bars: SettledCloses, changes: readonly YearChange[], listing: Listing): ClaimInput[] {
  const sessions = new Set(changes.flatMap(({ start, end }) => [start, end]))
  return [...sessions]
    .sort()
    .map((session) => closeInput(bars, bars.session.indexOf(session), listing))
    .filter((input) => input !== null)
}

/** The change of a close over whole years that end with each of the last sessions, and with those that are named, against a range. */
export async function judgePriceChange(store: Store, parameters: Parameters, at: Moments): Promise<Judgement> {
  const { range, reading } = parameters
  const listing = await listingBySymbol(store.sql, parameters.listing)
  if (listing === null) {
    const { listing: symbol } = parameters
    return notCheckable({ en: `The listing ${symbol} is not stored.`, zh: `没有证券${symbol}的记录。` })
  }
  const bars = await settledCloses(store.sql, listing, at.judgedAt)
  const [named, last] = [namedEnds(bars, parameters), lastEnds(bars, parameters)]
  if (isRefusal(named)) return notCheckable(named.told)
  if (isRefusal(last)) return notCheckable(last.told)
  const counted = countInRange(
    last.map(({ change }) => change),
    range,
  )
  const all = [...named, ...last.filter(({ end }) => !named.some((one) => one.end === end))]
  const satisfied = all.filter(({ change }) => inRange(change, range)).length
  const shown = named.length > 0 ? named : last.slice(-1)
  const [headline] = shown
  const changes = shown.map(({ change }) => change)
  const list = last.map(
    ({ start, startClose, end, endClose, change }): EndDate => ({
      ...{ session: end, close: endClose, start, startClose, change: places(change) },
      satisfies: inRange(change, range),
      feed: bars.feed[bars.session.indexOf(end)] ?? '',
    }),
  )
  const told = { parameters, currency: listing.currency, shown, counted, lastEnd: list.at(-1)?.session ?? '' }
  const { min, max, ...counts } = counted
  const [least, most] = [changes.reduce((a, b) => (a.lt(b) ? a : b)), changes.reduce((a, b) => (a.gt(b) ? a : b))]
  return judged({
    verdict: verdictOfDates(satisfied, all.length),
    inputs: inputsOf(bars, shown, listing),
    formula: priceChangeFormula(told),
    computed: { value: headline ? places(headline.change) : '', unit: unitOfReading(reading) },
    interval: { low: places(least), high: places(most) },
    stated: { low: String(range.from), high: String(range.below) },
    endDates: { ...counts, min: places(min), max: places(max), list },
    finding: priceChangeFinding(told),
    since: await priceSince(store.sql, listing, { from: headline?.end ?? dayOf(at.judgedAt), now: at.now }),
  })
}
