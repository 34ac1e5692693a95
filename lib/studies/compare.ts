import { Decimal } from 'decimal.js'
import { rebased } from '@/lib/analytics/rebase'
import type { Basis } from '@/lib/market/adjustment'
import { datedRateOn, rateValidDays } from '@/lib/market/currency'
import { addDays } from '@/lib/market/date'
import { indexAtOrBefore, indexBefore } from '@/lib/market/dateIndex'
import { dayZeroOf, type EventTime } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { type CompareStats, statsSince } from './compareStats'
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
  /** `total` counts cash dividends as if they had been reinvested. */
  readonly adjust: Exclude<Basis, 'raw'>
  /** First and last session wanted in the result; the base may lie outside. */
  readonly from?: string
  readonly to?: string
  readonly settledOnly: boolean
}

/** Why a series cannot be set to 100; `first` is its first session that could be used, if any. */
export type CompareProblem = { readonly first: string | null } & (
  | { readonly code: 'no-rate'; readonly from: string; readonly to: string }
  | { readonly code: 'starts-later'; readonly date: string }
  | { readonly code: 'month'; readonly start: string }
  | { readonly code: 'calendar-unknown'; readonly mic: string }
  | { readonly code: 'starts-after-day-zero'; readonly session: string }
)

/** One series of a comparison: columns of one length. Without a base the columns are empty and `problem` says why. */
export interface ComparedSeries {
  readonly currency: string
  readonly baseSession: string | null
  /** Adjusted close of the base session in `currency`, decimal. */
  readonly baseClose: string | null
  readonly session: string[]
  /** Adjusted closes in the listing's own currency, decimal. */
  readonly localClose: string[]
  /** The rate that each was converted by and its date; null where nothing was converted. */
  readonly rate: (string | null)[]
  readonly rateDate: (string | null)[]
  /** Adjusted closes in `currency`, decimal of up to 6 places. */
  readonly close: string[]
  /** 100 at the base session: 100 close / baseClose, to 6 places. */
  readonly value: number[]
  /** Of the sessions from the base to the last one in the result; null when the result ends before the base. */
  readonly stats: CompareStats | null
  /** Of the newest bar that was used, inside the range or not. */
  readonly lastSession: string | null
  /** Last settled session of the result; what comes after it is not settled. */
  readonly settledTo: string | null
  readonly feed: string | null
  /** The moment the newest figures stand for, and when they were fetched. */
  readonly asOf: Date | null
  readonly fetchedAt: Date | null
  /** Sessions left out because no currency rate stands for them, ascending. */
  readonly withoutRate: readonly string[]
  readonly rates: { readonly feed: string | null; readonly lastDate: string } | null
  readonly problem: CompareProblem | null
}

interface Closes {
  readonly session: string[]
  readonly localClose: string[]
  readonly rate: (string | null)[]
  readonly rateDate: (string | null)[]
  readonly close: string[]
}

async function converted(sql: Queryable, session: string[], localClose: string[], currency: string, to: string) {
  const [first] = session
  if (first === undefined || currency === to) {
    const none = session.map(() => null)
    const closes: Closes = { session, localClose, rate: none, rateDate: none, close: localClose }
    return { closes, rates: null, withoutRate: [] }
  }
  const cross = await crossRates(sql, currency, to, addDays(first, -rateValidDays))
  const closes: Closes = { session: [], localClose: [], rate: [], rateDate: [], close: [] }
  const withoutRate: string[] = []
  for (const [i, date] of session.entries()) {
    const found = datedRateOn(cross.date, cross.rate, date)
    const local = localClose[i]
    if (found === null || local === undefined) withoutRate.push(date)
    else {
      closes.session.push(date)
      closes.localClose.push(local)
      closes.rate.push(found.rate)
      closes.rateDate.push(found.date)
      closes.close.push(new Decimal(local).times(found.rate).toDecimalPlaces(6).toFixed())
    }
  }
  const lastDate = cross.date.at(-1)
  const rates = lastDate === undefined ? null : { feed: cross.feed, lastDate }
  return { closes, rates, withoutRate }
}

function baseIndex(sessions: readonly string[], base: CompareBase, mic: string) {
  const first = sessions[0] ?? null
  if (base.kind === 'date') {
    const problem: CompareProblem = { code: 'starts-later', date: base.date, first }
    return { index: indexAtOrBefore(sessions, base.date), problem }
  }
  const zero = isMic(mic) ? dayZeroOf(base.event, mic) : { session: null, reason: 'calendar-unknown' as const }
  if (zero.session === null) {
    const { reason } = zero
    const problem: CompareProblem =
      reason === 'month' ? { code: reason, start: base.event.start, first } : { code: reason, mic, first }
    return { index: -1, problem }
  }
  const problem: CompareProblem = { code: 'starts-after-day-zero', session: zero.session, first }
  return { index: indexBefore(sessions, zero.session), problem }
}

const nothing = {
  ...{ baseSession: null, baseClose: null, session: [], localClose: [], rate: [], rateDate: [], close: [], value: [] },
  ...{ stats: null, settledTo: null },
}

/**
 * Adjusted closes of a listing, converted by the reference rate of each date or the last before (at most 7 days old) when a currency is asked for, as percent of the base
 * session's. `now` is the moment that is looked from.
 */
export async function comparedSeries(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic' | 'symbol' | 'currency'>,
  { base, currency: wanted, adjust, from = '', to = '9999-12-31', settledOnly }: CompareOptions,
  now: Date,
): Promise<ComparedSeries> {
  const { bars } = await listingSeries(sql, listing, { basis: adjust }, now)
  const used = bars.session.flatMap((_, i) => (bars.settled[i] || !settledOnly ? [i] : []))
  const sessions = used.map((i) => bars.session[i] ?? '')
  const currency = wanted ?? listing.currency
  const { closes, rates, withoutRate } = await converted(
    sql,
    sessions,
    used.map((i) => bars.close[i] ?? ''),
    listing.currency,
    currency,
  )
  const newest = used.at(-1)
  const about = {
    ...{ currency, withoutRate, rates, lastSession: sessions.at(-1) ?? null },
    feed: newest === undefined ? null : (bars.feed[newest] ?? null),
    asOf: newest === undefined ? null : (bars.asOf[newest] ?? null),
    fetchedAt: newest === undefined ? null : (bars.fetchedAt[newest] ?? null),
  }
  const { index, problem } = baseIndex(closes.session, base, listing.mic)
  if (index < 0) {
    const isUnrated = withoutRate.length > 0 && closes.session.length === 0
    const unrated: CompareProblem = { code: 'no-rate', from: listing.currency, to: currency, first: null }
    return { ...about, ...nothing, problem: isUnrated ? unrated : problem }
  }
  const values = rebased(closes.close.map(Number), index)
  const shown = closes.session.flatMap((session, i) => (session >= from && session <= to ? [i] : []))
  const take = <T>(column: readonly T[]) => shown.map((i) => column[i] as T)
  const end = (shown.at(-1) ?? -1) + 1
  const settled = new Set(used.flatMap((i) => (bars.settled[i] ? [bars.session[i] ?? ''] : [])))
  return {
    ...about,
    baseSession: closes.session[index] ?? null,
    baseClose: closes.close[index] ?? null,
    session: take(closes.session),
    localClose: take(closes.localClose),
    rate: take(closes.rate),
    rateDate: take(closes.rateDate),
    close: take(closes.close),
    value: take(values),
    stats: statsSince(closes.session.slice(index, end), values.slice(index, end)),
    settledTo: take(closes.session).findLast((session) => settled.has(session)) ?? null,
    problem: null,
  }
}
