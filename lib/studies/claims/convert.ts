import type { Decimal } from 'decimal.js'
import { Exact } from '@/lib/analytics/claims/exact'
import { around, type Interval, productOf, quotientOf } from '@/lib/analytics/claims/interval'
import { datedRateOn } from '@/lib/market/currency'
import { indexAtOrBefore } from '@/lib/market/dateIndex'
import type { StoredRates } from '@/lib/store/rate/read'
import { type ClaimInput, refuseTold, type ToldRefusal } from './result'

/** A sum of money on one date: in the currency asked for, with what it can be given the rounding of the rates. */
export interface Converted {
  readonly date: string
  readonly rateDate: string
  readonly value: Decimal
  readonly interval: Interval
  readonly inputs: readonly ClaimInput[]
  /** Both rates as they are stored. */
  readonly perBase: { readonly from: string; readonly to: string }
}

/** Rates of a currency against the base; the base itself stands at 1. */
export interface Side {
  readonly currency: string
  readonly rates: StoredRates | null
}

/** The rates up to a day, that one included. */
export const upTo = (rates: StoredRates, day: string): StoredRates => {
  const end = indexAtOrBefore(rates.date, day) + 1
  return { date: rates.date.slice(0, end), rate: rates.rate.slice(0, end), feed: rates.feed }
}

interface Rate {
  readonly date: string
  readonly rate: Decimal
  readonly interval: Interval
  readonly input: ClaimInput | null
}

/** The most decimals that a series is published with: the store keeps a rate without its zeros at the end. */
const placesOf = (rates: readonly string[]) => Math.max(0, ...rates.map((rate) => rate.split('.')[1]?.length ?? 0))

function rateOf({ currency, rates }: Side, base: string, date: string): Rate | null {
  const one = new Exact(1)
  if (rates === null) return { date, rate: one, interval: around(one, new Exact(0)), input: null }
  const found = datedRateOn(rates.date, rates.rate, date)
  if (found === null) return null
  const rate = new Exact(found.rate)
  const interval = around(rate, new Exact(10).pow(-placesOf(rates.rate)).div(2))
  const unit = { en: `${currency} per ${base}`, zh: `${currency}/${base}` }
  const name = { en: `Reference rate, ${currency} for one ${base}`, zh: `参考汇率，每 1 ${base} 兑 ${currency}` }
  // The central bank publishes in the afternoon; a rate counts from the end of its day.
  const asOf = new Date(`${found.date}T23:59:59.999Z`)
  const input = { name, value: found.rate, unit, period: found.date, feed: rates.feed, document: null, asOf }
  return { date: found.date, rate, interval, input }
}

/** A sum in the second currency by the rates of a date, or of the last before (at most 7 days). Refused when there are none. */
export function convert(
  amount: { readonly value: Decimal; readonly interval: Interval },
  [from, to]: readonly [Side, Side],
  base: string,
  date: string,
): Converted | ToldRefusal {
  const [bought, sold] = [rateOf(to, base, date), rateOf(from, base, date)]
  if (bought === null || sold === null) {
    const pair = `${from.currency}/${to.currency}`
    return refuseTold('missing-values', `No rate of ${pair} is stored for ${date}.`, `${date}没有${pair}汇率的记录。`)
  }
  return {
    date,
    rateDate: [bought.date, sold.date].sort()[0] ?? date,
    value: new Exact(amount.value).times(bought.rate).div(sold.rate),
    interval: quotientOf(productOf(amount.interval, bought.interval), sold.interval),
    inputs: [sold.input, bought.input].filter((input) => input !== null),
    perBase: { from: sold.rate.toFixed(), to: bought.rate.toFixed() },
  }
}
