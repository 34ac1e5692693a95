import { AgeBadge } from '@/app/_ui/AgeBadge'
import { Badge } from '@/app/_ui/Badge'
import { Change } from '@/app/_ui/Change'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { useSource } from '@/app/_ui/source'
import { listingHref, type Query } from '@/app/_ui/url'
import type { ListingView } from '@/lib/api/listings/view'
import { useListingNames } from './useListingNames'

/** Name and last close of a listing, its source and age, and the view's link and downloads. */
export function ListingHead({ listing, query }: { listing: ListingView; query: Query }) {
  const [texts, { day }, source, say, names] = [
    useTexts(listingTexts),
    useFormat(),
    useSource(),
    useStored(),
    useListingNames(),
  ]
  const { series, symbol, mic, currency, status } = listing
  const exchange = names.exchange(mic)
  const title = source.title({ ...series, lastSession: series.lastSettledSession })
  const facts = [symbol, exchange, texts.kinds[listing.kind]]
  if (listing.listedOn) facts.push(texts.listedOn(day(listing.listedOn)))
  const name = say(listing.name, listing.nameZh)
  const other = name === listing.name ? listing.nameZh : listing.name
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
      <div>
        <h1 className="font-semibold text-title tracking-tight">
          {name}
          {other && other !== name && (
            <span
              lang={other === listing.nameZh ? 'zh' : 'en'}
              className="font-normal text-faint text-lead max-sm:block sm:ml-2.5"
            >
              {other}
            </span>
          )}
        </h1>
        <p className="text-soft">
          {facts.join(' · ')} {status !== 'listed' && <Badge tone="warn">{texts.status[status]}</Badge>}
        </p>
      </div>
      <div className="flex items-end gap-x-3">
        {series.lastClose !== null && (
          <div className="sm:text-right">
            <p className="flex items-baseline gap-x-4 sm:justify-end">
              <span title={title}>
                <span className="font-semibold text-figure tracking-tight">{formatPrice(series.lastClose)}</span>
                <span className="ml-1.5 text-faint text-small">{currency}</span>
              </span>
              <span className="text-lead">
                <Change fraction={series.change} title={series.changeBasis === 'split' ? texts.splitBetween : title} />{' '}
                <span className="text-faint text-small">{texts.onDay}</span>
              </span>
            </p>
            <p className="text-faint text-small" title={title}>
              {texts.closeOf(day(series.lastSettledSession))} · {source.text(series.source, series.lastSettledSession)}{' '}
              <AgeBadge age={series.age} exchange={exchange} />
            </p>
          </div>
        )}
        <ViewActions path={listingHref(symbol)} query={query} embed />
      </div>
    </div>
  )
}
