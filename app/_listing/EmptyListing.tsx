import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import type { ListingView } from '@/lib/api/listings/view'
import type { RefreshesView } from '@/lib/api/refreshes/view'

/** In the chart's place where nothing is stored yet: what is wanted, who will be asked, and how to start it. */
export function EmptyListing({ listing, refreshes }: { listing: ListingView; refreshes: RefreshesView }) {
  const [{ empty: texts }, { listSeparator }, { day }] = [useTexts(listingTexts), useTexts(commonTexts), useFormat()]
  const feeds = refreshes.items.filter(({ job }) => job === 'bars').map(({ feedName }) => feedName)
  return (
    <Panel title={texts.title}>
      <div className="mx-auto max-w-xl px-4 py-16 text-center text-soft">
        <p>{texts.text}</p>
        <p className="mt-3">
          <code className="rounded bg-well px-2 py-1 text-small">npm run refresh -- --listing {listing.symbol}</code>
        </p>
        <p className="mt-3 text-faint text-small">
          {texts.since(day(listing.trackedFrom))}
          {feeds.length > 0 && ` · ${texts.feeds(feeds.join(listSeparator))}`}
        </p>
      </div>
    </Panel>
  )
}
