import { crossRate } from '@/lib/market/currency'
import type { Queryable } from '@/lib/store/connection/sql'
import { readRates } from '@/lib/store/rate/read'

/** Units of one currency for one of another, ascending by date, decimal strings of up to 8 places, and the feed of the newest. */
export interface CrossRates {
  readonly date: string[]
  readonly rate: string[]
  readonly feed: string | null
}

/** What the stored rates are quoted against. */
export const rateBase = 'EUR'

/**
 * Units of `quote` for one `base` on every date from `since` on for which the store has the euro's rate of both; computed as
 * (quote per EUR) / (base per EUR). Empty when a currency has no rates.
 */
export async function crossRates(sql: Queryable, base: string, quote: string, since?: string): Promise<CrossRates> {
  const [bases, quotes] = await Promise.all(
    [base, quote].map((currency) => (currency === rateBase ? null : readRates(sql, rateBase, currency, since))),
  )
  const dates = (quotes ?? bases)?.date ?? []
  const byDate = (rates: typeof bases) => rates && new Map(rates.date.map((date, i) => [date, rates.rate[i]]))
  const [baseOn, quoteOn] = [byDate(bases), byDate(quotes)]
  const date: string[] = []
  const rate: string[] = []
  for (const day of dates) {
    const from = baseOn ? baseOn.get(day) : 1
    const to = quoteOn ? quoteOn.get(day) : 1
    if (from === undefined || to === undefined) continue
    date.push(day)
    rate.push(crossRate({ from, to }))
  }
  return { date, rate, feed: (quotes ?? bases)?.feed ?? null }
}
