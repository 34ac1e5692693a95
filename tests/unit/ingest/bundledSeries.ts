import type { FeedBar } from '@/lib/feeds/types'
import type { SoftListing } from '@/lib/ingest/softScale'
import type { Action } from '@/lib/market/corporateAction'
import { isMic } from '@/lib/market/exchange'
import { actions, bundledBars, listings } from '@/prisma/seed'

/** One bundled listing with its bars as traded and its corporate actions. */
export interface BundledSeries {
  readonly listing: SoftListing & { readonly listedOn: string | null; readonly currency: string }
  readonly bars: readonly FeedBar[]
  readonly actions: readonly Action[]
}

/** Every listing that ships in the box. */
export const bundledSeries: readonly BundledSeries[] = listings.map((listing) => {
  const { symbol, mic } = listing
  if (!isMic(mic)) throw new Error(`${symbol}: no exchange ${mic}`)
  const columns = bundledBars(symbol)
  return {
    listing: { ...listing, mic },
    bars: columns.session.map((session, i) => ({
      session,
      open: columns.open[i] ?? '',
      high: columns.high[i] ?? '',
      low: columns.low[i] ?? '',
      close: columns.close[i] ?? '',
      volume: columns.volume[i] ?? null,
    })),
    actions: actions
      .filter((action) => action.symbol === symbol)
      .map((action) =>
        action.kind === 'split'
          ? {
              kind: 'split',
              exDate: action.exDate,
              numerator: action.ratioNumerator,
              denominator: action.ratioDenominator,
            }
          : { kind: 'dividend', exDate: action.exDate, cash: action.cash },
      ),
  }
})

/** The bundled series of a symbol. */
export function seriesOf(symbol: string): BundledSeries {
  const found = bundledSeries.find(({ listing }) => listing.symbol === symbol)
  if (found === undefined) throw new Error(`nothing bundled for ${symbol}`)
  return found
}

/** Bars from a session on, times a factor, volume divided by it: as after a split nobody told us, or in another unit. */
export function rescaled(bars: readonly FeedBar[], factor: number, from: string, to = '9999-12-31'): FeedBar[] {
  const price = (text: string) => String(Number((Number(text) * factor).toFixed(6)))
  return bars.map((bar) =>
    bar.session < from || bar.session > to
      ? bar
      : { ...bar, open: price(bar.open), high: price(bar.high), low: price(bar.low), close: price(bar.close) },
  )
}
