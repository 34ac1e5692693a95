import { isRefusal, refuse } from '../refusal'
import type { Gap } from './gap'
import { type Amount, amountIn, marketCap, priceToSales, type RateOn } from './money'
import { quartersKnownAt, type RevenueFigure } from './quarters'
import { type ShareCount, type SharesThen, type Split, sharesAt } from './shares'
import { type Growth, revenueGrowth, type TrailingRevenue, trailingRevenue } from './trailing'

/** Currencies in which trailing revenue is always told, beside its own. */
export const tradedCurrencies = ['USD', 'CNY'] as const
export type TradedCurrency = (typeof tradedCurrencies)[number]

/** What a valuation is made of. Prices as traded. */
export interface ValuationInput<Figure extends RevenueFigure, Count extends ShareCount> {
  readonly kind: 'equity' | 'adr' | 'index'
  /** Of the closes. */
  readonly currency: string
  /** Currency of the market cap; the closes' own when null. */
  readonly wanted: string | null
  /** Settled sessions, ascending, with the moment each closed. */
  readonly sessions: readonly { readonly session: string; readonly closedAt: Date; readonly close: string }[]
  /** Every version of every quarter, in any order. */
  readonly revenue: readonly Figure[]
  readonly counts: readonly Count[]
  readonly splits: readonly Split[]
  readonly rateOn: RateOn
}

/** What revenue tells at one moment. */
interface RevenueThen<Figure extends RevenueFigure> {
  readonly newest: Figure | null
  readonly trailing: TrailingRevenue<Figure> | Gap
  readonly yearOnYear: Growth | Gap
  readonly quarterOnQuarter: Growth | Gap
}

/** A session's valuation as it was known at its close. Each figure is there or says why not. */
export interface Valuation<Figure extends RevenueFigure, Count extends ShareCount> extends RevenueThen<Figure> {
  readonly session: string
  readonly close: string
  readonly trailingIn: Readonly<Record<TradedCurrency, Amount | Gap>>
  readonly shares: SharesThen<Count> | Gap
  readonly marketCap: Amount | Gap
  readonly priceToSales: { readonly value: string } | Gap
}

const noRevenue = refuse('no-revenue', 'an index has no revenue')
const noAdsRatio = refuse('ads-ratio-unknown', 'how many shares one depositary share stands for is not known')

function revenueAt<Figure extends RevenueFigure>(
  kind: ValuationInput<Figure, ShareCount>['kind'],
  figures: readonly Figure[],
  at: Date,
): RevenueThen<Figure> {
  if (kind === 'index') {
    return { newest: null, trailing: noRevenue, yearOnYear: noRevenue, quarterOnQuarter: noRevenue }
  }
  const known = quartersKnownAt(figures, at)
  return { newest: known.at(-1) ?? null, trailing: trailingRevenue(known), ...revenueGrowth(known) }
}

/** The state of revenue at ascending moments, made anew only where another figure has become known. */
function revenueOverTime<Figure extends RevenueFigure, Count extends ShareCount>(
  input: ValuationInput<Figure, Count>,
): RevenueThen<Figure>[] {
  const moments = input.revenue.map(({ knownAt }) => knownAt.getTime()).sort((a, b) => a - b)
  let reached = 0
  let state: RevenueThen<Figure> | null = null
  return input.sessions.map(({ closedAt }) => {
    const before = reached
    while ((moments[reached] ?? Number.POSITIVE_INFINITY) <= closedAt.getTime()) reached++
    if (state === null || reached > before) state = revenueAt(input.kind, input.revenue, closedAt)
    return state
  })
}

function sharesOf<Figure extends RevenueFigure, Count extends ShareCount>(
  { kind, counts, splits }: ValuationInput<Figure, Count>,
  { session, closedAt }: { session: string; closedAt: Date },
): SharesThen<Count> | Gap {
  if (kind === 'index') return noRevenue
  const known = sharesAt(counts, splits, session, closedAt)
  return kind === 'adr' && !isRefusal(known) ? noAdsRatio : known
}

/**
 * The valuation of a listing session by session, each with nothing that became known after its close: trailing revenue and growth of the newest quarter,
 * market cap (as-traded close times shares known then), price to sales in the currency of the close. A figure that cannot be had is a refusal
 * (`no-revenue`, `too-few-quarters`, `no-earlier-quarter`, `shares-unknown`, `ads-ratio-unknown`, `not-above-zero`, `no-rate`).
 */
export function valuationSeries<Figure extends RevenueFigure, Count extends ShareCount>(
  input: ValuationInput<Figure, Count>,
): Valuation<Figure, Count>[] {
  const { currency, wanted, rateOn } = input
  const revenue = revenueOverTime(input)
  return input.sessions.map((one, i) => {
    const { session, close } = one
    const then = revenue[i] ?? revenueAt(input.kind, input.revenue, one.closedAt)
    const { trailing } = then
    const inCurrency = (to: string) => (isRefusal(trailing) ? trailing : amountIn(trailing, to, session, rateOn))
    const shares = sharesOf(input, one)
    const cap = isRefusal(shares) ? shares : { value: marketCap(close, shares.shares), currency }
    const sales = inCurrency(currency)
    return {
      session,
      close,
      ...then,
      trailingIn: { USD: inCurrency('USD'), CNY: inCurrency('CNY') },
      shares,
      marketCap: isRefusal(cap) ? cap : amountIn(cap, wanted ?? currency, session, rateOn),
      priceToSales: isRefusal(cap) ? cap : isRefusal(sales) ? sales : priceToSales(cap.value, sales.value),
    }
  })
}
