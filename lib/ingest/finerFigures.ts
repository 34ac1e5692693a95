import { Decimal } from 'decimal.js'
import type { FeedBar, FeedBars } from '@/lib/feeds/types'

const prices = ['open', 'high', 'low', 'close'] as const

function samePrices(fed: FeedBar, stored: FeedBar, step: string): boolean {
  return prices.every((cell) => new Decimal(fed[cell]).minus(stored[cell]).abs().lt(step))
}

function sameVolume(fed: bigint | null, stored: bigint | null, step: bigint): boolean {
  if (fed === null || stored === null) return false
  return fed - stored < step && stored - fed < step
}

/**
 * Bars of a feed that rounds (`rounding`: to which steps), with the finer figures of the stored settled bars in place
 * of its own where these are the same but for the rounding: a switch
 * to a coarser feed corrects nothing. Prices are taken all four or not at all, so that a bar stays whole; the volume by
 * itself. Pure.
 */
export function withFinerFigures(
  bars: readonly FeedBar[],
  stored: readonly FeedBar[],
  rounding: FeedBars['rounding'],
): readonly FeedBar[] {
  const { price, volume } = rounding ?? {}
  if (price === undefined && volume === undefined) return bars
  const bySession = new Map(stored.map((bar) => [bar.session, bar]))
  return bars.map((bar) => {
    const known = bySession.get(bar.session)
    if (known === undefined) return bar
    const { open, high, low, close } = price !== undefined && samePrices(bar, known, price) ? known : bar
    const shares = volume !== undefined && sameVolume(bar.volume, known.volume, volume) ? known.volume : bar.volume
    return { session: bar.session, open, high, low, close, volume: shares }
  })
}
