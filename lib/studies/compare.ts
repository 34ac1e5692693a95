import { Decimal } from 'decimal.js'
import { rebased } from '@/lib/analytics/rebase'
import { datedRateOn, rateValidDays } from '@/lib/market/currency'
import { addDays } from '@/lib/market/date'
import { indexAtOrBefore, indexBefore } from '@/lib/market/dateIndex'
import { dayZeroOf, type EventTime } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { crossRates } from './crossRates'
import { listingSeries } from './listingSeries'

/** Where a series is 100: at the last session up to a date, or at the last one before an event's day 0 on its exchange. */
export type CompareBase =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'event'; readonly event: EventTime }

export interface CompareOptions {
  readonly base: CompareBase
  /** ISO 4217 code to convert to; null leaves each series in its own currency. */
  readonly currency: string | null
  /** First and last session wanted in the result; the base may lie outside. */
  readonly from?: string
  readonly to?: string
  readonly settledOnly: boolean
}

/** One series of a comparison. Without a base the columns are empty and `problem` says why. */
export interface ComparedSeries {
  readonly currency: string
  readonly baseSession: string | null
  /** Split-adjusted close of the base session in `currency`, decimal. */
  readonly baseClose: string | null
  readonly session: string[]
  /** 100 at the base session. */
  readonly value: number[]
  /** Of the newest bar that was used, inside the range or not. */
  readonly lastSession: string | null
  readonly feed: string | null
  /** Sessions left out because no currency rate stands for them, ascending. */
  readonly withoutRate: readonly string[]
  readonly rates: { readonly feed: string | null; readonly lastDate: string } | null
  readonly problem: string | null
}

interface Closes {
  readonly session: string[]
  readonly close: string[]
}

async function converted(sql: Queryable, closes: Closes, currency: string, to: string) {
  const [first] = closes.session
  if (first === undefined || currency === to) return { closes, rates: null, withoutRate: [] }
  const cross = await crossRates(sql, currency, to, addDays(first, -rateValidDays))
  const session: string[] = []
  const close: string[] = []
  const withoutRate: string[] = []
  for (const [i, date] of closes.session.entries()) {
    const found = datedRateOn(cross.date, cross.rate, date)
    if (found === null) withoutRate.push(date)
    else {
      session.push(date)
      close.push(new Decimal(closes.close[i] ?? '0').times(found.rate).toDecimalPlaces(6).toFixed())
    }
  }
  const lastDate = cross.date.at(-1)
  const rates = lastDate === undefined ? null : { feed: cross.feed, lastDate }
  return { closes: { session, close }, rates, withoutRate }
}

function baseIndex(sessions: readonly string[], base: CompareBase, mic: string): { index: number; why: string } {
  if (base.kind === 'date') {
    return { index: indexAtOrBefore(sessions, base.date), why: `no session at or before ${base.date}` }
  }
  const zero = isMic(mic) ? dayZeroOf(base.event, mic) : { session: null, reason: 'calendar-unknown' as const }
  if (zero.session === null) {
    const month = `only the month of the event is known (${base.event.start}), so it has no day 0`
    return { index: -1, why: zero.reason === 'month' ? month : `the calendar of ${mic} does not reach the event` }
  }
  return { index: indexBefore(sessions, zero.session), why: `no session before the event's day 0, ${zero.session}` }
}

/**
 * Split-adjusted closes of a listing, converted by the reference rate of each date or the last before (at most 7 days old) when a currency is
 * asked for, as percent of the base session's.
 */
export async function comparedSeries(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic' | 'symbol' | 'currency'>,
  { base, currency: wanted, from = '', to = '9999-12-31', settledOnly }: CompareOptions,
  now: Date,
): Promise<ComparedSeries> {
  const { bars } = await listingSeries(sql, listing, { basis: 'split' }, now)
  const used = bars.session.flatMap((_, i) => (bars.settled[i] || !settledOnly ? [i] : []))
  const local = { session: used.map((i) => bars.session[i] ?? ''), close: used.map((i) => bars.close[i] ?? '') }
  const currency = wanted ?? listing.currency
  const { closes, rates, withoutRate } = await converted(sql, local, listing.currency, currency)
  const newest = used.at(-1)
  const last = {
    lastSession: local.session.at(-1) ?? null,
    feed: newest === undefined ? null : (bars.feed[newest] ?? null),
  }
  const { index, why } = baseIndex(closes.session, base, listing.mic)
  if (index < 0) {
    const noRate = withoutRate.length > 0 && closes.session.length === 0
    const reason = noRate ? `no rate of ${listing.currency} to ${currency}` : why
    const first = closes.session[0] === undefined ? '' : `; its first is ${closes.session[0]}`
    const problem = `${listing.symbol}: ${reason}${first}`
    const empty = { baseSession: null, baseClose: null, session: [], value: [] }
    return { currency, ...empty, ...last, withoutRate, rates, problem }
  }
  const values = rebased(closes.close.map(Number), index)
  const shown = closes.session.flatMap((session, i) => (session >= from && session <= to ? [i] : []))
  return {
    currency,
    baseSession: closes.session[index] ?? null,
    baseClose: closes.close[index] ?? null,
    session: shown.map((i) => closes.session[i] ?? ''),
    value: shown.map((i) => values[i] ?? Number.NaN),
    ...last,
    withoutRate,
    rates,
    problem: null,
  }
}
