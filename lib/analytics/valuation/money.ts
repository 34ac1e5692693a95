import { Decimal } from 'decimal.js'
import { rateValidDays } from '@/lib/market/currency'
import { refuse } from '../refusal'
import type { Gap } from './gap'

const precise = Decimal.clone({ precision: 40 })

/** A rate and the day it is of. */
export interface DatedRate {
  readonly date: string
  /** Decimal string. */
  readonly rate: string
}

/** The rate that stands for a date: units of `to` for one `from`; null when there is none. Not asked for equal currencies. */
export type RateOn = (from: string, to: string, date: string) => DatedRate | null

/** An amount in a currency, decimal string of up to 2 places, and the day of the rate it was turned over at; null where none was needed. */
export interface Amount {
  readonly value: string
  readonly currency: string
  readonly rateDate: string | null
}

/** An amount in another currency at the rate that stands for a date. Refuses with `no-rate`. */
export function amountIn(
  { value, currency }: { readonly value: string; readonly currency: string },
  to: string,
  date: string,
  rateOn: RateOn,
): Amount | Gap {
  if (currency === to) return { value: new precise(value).toDecimalPlaces(2).toFixed(), currency, rateDate: null }
  const found = rateOn(currency, to, date)
  if (found === null) {
    return refuse('no-rate', `no rate of ${currency} to ${to} within ${rateValidDays} days up to ${date}`)
  }
  const turned = new precise(value).times(found.rate).toDecimalPlaces(2)
  return { value: turned.toFixed(), currency: to, rateDate: found.date }
}

/** As-traded close times shares, decimal string of up to 2 places in the currency of the close. */
export function marketCap(close: string, shares: bigint): string {
  return new precise(close).times(shares.toString()).toDecimalPlaces(2).toFixed()
}

/** Price to sales: market cap over trailing revenue, both in one currency; decimal string of up to 4 places. Refuses with `not-above-zero`. */
export function priceToSales(cap: string, revenue: string): { value: string } | Gap {
  if (!new precise(revenue).gt(0)) return refuse('not-above-zero', `trailing revenue is ${revenue}`)
  return { value: new precise(cap).div(revenue).toDecimalPlaces(4).toFixed() }
}
