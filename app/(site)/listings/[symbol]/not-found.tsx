import Link from 'next/link'
import { pageStore } from '@/app/_data/store'
import { listing } from '@/app/_ui/messages/listing'
import { Notice } from '@/app/_ui/Notice'
import { listingHref } from '@/app/_ui/url'
import { listingsView } from '@/lib/api/listings/view'

export default async function ListingNotFound() {
  const { items } = await listingsView(pageStore(), new Date())
  return (
    <Notice title={listing.missing.title} text={listing.missing.text}>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {items.map(({ symbol, name }) => (
          <li key={symbol}>
            <Link href={listingHref(symbol)} prefetch={false} className="link">
              {symbol}
            </Link>{' '}
            <span className="text-soft">{name}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
