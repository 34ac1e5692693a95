'use client'

import { useMemo } from 'react'
import type { ChartBars } from '@/app/_ui/chart/model'
import { PriceChart, type PriceChartProps } from '@/app/_ui/chart/PriceChart'
import { withQuote } from '@/app/_ui/chart/withQuote'
import { useLive } from '@/app/_ui/live/useLive'
import type { ListingView } from '@/lib/api/listings/view'
import { listingTopics } from './listingTopics'

interface LiveChartProps extends PriceChartProps {
  readonly bars: ChartBars
  readonly url: string
  readonly listing: ListingView
  /** The moment of the page as its URL says it, when it is not the present. */
  readonly asOf: string | null
}

/** The price chart of a listing, whose last bar moves with the live price. */
export function LiveChart({ url, listing, asOf, bars, ...chart }: LiveChartProps) {
  const { quote } = useLive(url, listing, listingTopics(listing.symbol, asOf)).data
  const moving = useMemo(() => withQuote(bars, quote), [bars, quote])
  return <PriceChart {...chart} bars={moving} />
}
