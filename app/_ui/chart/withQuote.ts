import type { BarColumns } from './model'

/** A live price of a session, as the listings view gives it. */
export interface SessionPrice {
  readonly session: string
  readonly price: number
  readonly open: number | null
  readonly high: number | null
  readonly low: number | null
  readonly volume: number | null
}

/**
 * Bars whose last one follows a live price: the unsettled bar of its session is replaced, or one is added behind the last. As they are when the price's session is settled, or
 * before the last bar. No adjustment changes the newest session's prices, so this holds for each. Pure.
 */
export function withQuote<B extends BarColumns>(bars: B, quote: SessionPrice | null): B {
  const last = bars.session.length - 1
  const lastSession = bars.session[last] ?? ''
  if (quote === null || quote.session < lastSession) return bars
  const same = quote.session === lastSession
  if (same && bars.settled[last]) return bars
  const keep = same ? last : last + 1
  const { price } = quote
  const open = quote.open ?? (same ? bars.open[last] : undefined) ?? price
  const before = same ? { high: bars.high[last], low: bars.low[last] } : {}
  const high = Math.max(quote.high ?? before.high ?? price, open, price)
  const low = Math.min(quote.low ?? before.low ?? price, open, price)
  const volume = quote.volume ?? (same ? (bars.volume[last] ?? null) : null)
  return {
    ...bars,
    session: [...bars.session.slice(0, keep), quote.session],
    open: [...bars.open.slice(0, keep), open],
    high: [...bars.high.slice(0, keep), high],
    low: [...bars.low.slice(0, keep), low],
    close: [...bars.close.slice(0, keep), price],
    volume: [...bars.volume.slice(0, keep), volume],
    settled: [...bars.settled.slice(0, keep), false],
  }
}
