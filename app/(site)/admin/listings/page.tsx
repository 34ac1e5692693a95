import type { Metadata } from 'next'
import Link from 'next/link'
import { deskListings, listingChoices } from '@/app/_data/desk'
import { AddListing } from '@/app/_desk/AddListing'
import { Head } from '@/app/_desk/Head'
import { formatNumber } from '@/app/_ui/format/number'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { adminListingsTexts } from '@/app/_ui/messages/adminListings'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { listingHref } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { ListingView } from '@/lib/api/listings/view'
import { mics } from '@/lib/market/exchange'
import { gate } from '../gate'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminListingsTexts[await readLanguage()].title }
}

async function Row({ listing }: { listing: ListingView }) {
  const language = await readLanguage()
  const [texts, { day }] = [adminListingsTexts[language], formats[language]]
  const { symbol, name, nameZh, exchange, status, trackedFrom, series } = listing
  return (
    <tr>
      <td>
        <Link href={`/admin${listingHref(symbol)}`} className="link font-medium" prefetch={false}>
          {symbol}
        </Link>
      </td>
      <td className="text">{inLanguage(language, name, nameZh)}</td>
      <td className="text text-soft">{exchange}</td>
      <td className="text text-soft">{texts.statuses[status]}</td>
      <td className="text text-soft">{day(trackedFrom)}</td>
      <td className="text-soft">{formatNumber(series.sessions, 0)}</td>
      <td className="text text-soft">{day(series.lastSession)}</td>
    </tr>
  )
}

export default async function ListingsPage() {
  const shut = await gate('admin', '/admin/listings')
  if (shut) return shut
  const texts = adminListingsTexts[await readLanguage()]
  const now = new Date()
  const [listings, choices] = await Promise.all([deskListings(now), listingChoices(now)])
  const { head } = texts
  return (
    <div className="space-y-4">
      <Head title={texts.title} lead={texts.lead} />
      <Panel title={texts.add.title}>
        <div className="px-4 pb-4">
          <AddListing choices={choices} mics={mics} />
        </div>
      </Panel>
      <Panel title={texts.all}>
        <Wide label={texts.all}>
          <table className="figures" data-testid="listings">
            <TableHead
              columns={[
                { name: head.symbol },
                { name: head.name, words: true },
                { name: head.exchange, words: true },
                { name: head.status, words: true },
                { name: head.from, words: true },
                { name: head.sessions },
                { name: head.last, words: true },
              ]}
            />
            <tbody>
              {listings.map((listing) => (
                <Row key={listing.symbol} listing={listing} />
              ))}
            </tbody>
          </table>
        </Wide>
      </Panel>
    </div>
  )
}
