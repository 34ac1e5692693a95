import { Badge } from '@/app/_ui/Badge'
import { useFormat } from '@/app/_ui/format/useFormat'
import { ViewActions } from '@/app/_ui/frame/ViewActions'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { listingHref, type Query } from '@/app/_ui/url'
import type { ListingView } from '@/lib/api/listings/view'
import { LivePrice } from './LivePrice'
import { useListingNames } from './useListingNames'

interface ListingHeadProps {
  readonly url: string
  readonly listing: ListingView
  readonly query: Query
  /** The moment of the page as its URL says it, when it is not the present. */
  readonly asOf: string | null
}

/** Name and price of a listing, its source and age, and the view's link and downloads. */
export function ListingHead({ url, listing, query, asOf }: ListingHeadProps) {
  const [texts, { day }, say, names] = [useTexts(listingTexts), useFormat(), useStored(), useListingNames()]
  const { symbol, mic, status } = listing
  const exchange = names.exchange(mic)
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
        <LivePrice {...{ url, listing, asOf }} />
        <ViewActions path={listingHref(symbol)} query={query} embed />
      </div>
    </div>
  )
}
