'use client'

import { Change } from '@/app/_ui/Change'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { useLive } from '@/app/_ui/live/useLive'
import { listingTexts } from '@/app/_ui/messages/listing'
import { PriceBadge } from '@/app/_ui/PriceBadge'
import { useQuoteTitle } from '@/app/_ui/QuoteBadge'
import { useSource } from '@/app/_ui/source'
import type { ListingView } from '@/lib/api/listings/view'
import { listingTopics } from './listingTopics'
import { useListingNames } from './useListingNames'

interface LivePriceProps {
  readonly url: string
  readonly listing: ListingView
  /** The moment of the page as its URL says it, when it is not the present. */
  readonly asOf: string | null
}

/** The price of a listing: live while its session is not settled, else its last close; with its change, source and age. */
export function LivePrice({ url, listing, asOf }: LivePriceProps) {
  const [texts, { day, moment }, source, names] = [useTexts(listingTexts), useFormat(), useSource(), useListingNames()]
  const quoteTitle = useQuoteTitle()
  const { series, mic, currency, quote, market } = useLive(url, listing, listingTopics(listing.symbol, asOf)).data
  const exchange = names.exchange(mic)
  const closeTitle = source.title({ ...series, lastSession: series.lastSettledSession })
  const title = quote ? quoteTitle(quote) : closeTitle
  const price = quote?.price ?? series.lastClose
  if (price === null) return null
  const changeTitle = !quote && series.changeBasis === 'split' ? texts.splitBetween : title
  const close = `${texts.closeOf(day(series.lastSettledSession))} · ${source.text(series.source, series.lastSettledSession)}`
  return (
    <div className="sm:text-right" data-testid="price">
      <p className="flex items-baseline gap-x-4 sm:justify-end">
        <span title={title}>
          <span className="font-semibold text-figure tracking-tight">{formatPrice(price)}</span>
          <span className="ml-1.5 text-faint text-small">{currency}</span>
        </span>
        <span className="text-lead">
          <Change fraction={quote ? quote.change : series.change} title={changeTitle} />{' '}
          <span className="text-faint text-small">{texts.onDay}</span>
        </span>
      </p>
      <p className="text-faint text-small" title={title}>
        {quote ? `${moment(quote.at)} · ${quote.source.name}` : close}{' '}
        <PriceBadge {...{ quote, market, exchange }} age={series.age} />
      </p>
    </div>
  )
}
