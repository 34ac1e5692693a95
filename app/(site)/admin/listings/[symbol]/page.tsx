import type { Metadata } from 'next'
import Link from 'next/link'
import { deskListing, listingChoices } from '@/app/_data/desk'
import { Backfill } from '@/app/_desk/Backfill'
import { Delist } from '@/app/_desk/Delist'
import { ListingForm } from '@/app/_desk/ListingForm'
import { RequestsPanel } from '@/app/_desk/RequestsPanel'
import { formats } from '@/app/_ui/format/useFormat'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { adminListingsTexts } from '@/app/_ui/messages/adminListings'
import { Panel } from '@/app/_ui/Panel'
import { Empty } from '@/app/_ui/states/Empty'
import { decodedSegment, listingHref } from '@/app/_ui/url'
import { exchangeOf, isMic, mics } from '@/lib/market/exchange'
import { gate } from '../../gate'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminListingsTexts[await readLanguage()].title }
}

export default async function ListingPage({ params }: { params: Promise<{ symbol: string }> }) {
  const symbol = decodedSegment((await params).symbol)
  const shut = await gate('admin', `/admin${listingHref(symbol)}`)
  if (shut) return shut
  const language = await readLanguage()
  const [texts, { day }] = [adminListingsTexts[language], formats[language]]
  const now = new Date()
  const [data, choices] = await Promise.all([deskListing(symbol, now), listingChoices(now)])
  const back = (
    <Link href="/admin/listings" className="link" prefetch={false}>
      {texts.back}
    </Link>
  )
  if (data === null) return <Empty text={texts.unknown(symbol)}>{back}</Empty>
  const { listing, requests } = data
  const { mic, series, managedBy, version, status, trackedFrom } = listing
  const { sessions, firstSession, lastSession } = series
  const underWay = requests.find(
    ({ kind, state }) => kind === 'backfill' && (state === 'waiting' || state === 'running'),
  )
  const stored =
    sessions > 0 ? texts.backfill.note(sessions, day(firstSession), day(lastSession)) : texts.backfill.empty
  return (
    <div className="space-y-4">
      <div>
        <p className="text-small">{back}</p>
        <h1 className="wrap-anywhere font-semibold text-title tracking-tight">
          {inLanguage(language, listing.name, listing.nameZh)} <span className="text-soft">{symbol}</span>
        </h1>
        <p className="flex flex-wrap gap-x-4 text-soft">
          <span>
            {listing.exchange}, {listing.currency}, {texts.fields.kinds[listing.kind]}
          </span>
          <Link href={listingHref(symbol)} className="link" prefetch={false}>
            {texts.add.toPage}
          </Link>
          <Link
            href={`/admin/audit?entity=listing&key=${encodeURIComponent(symbol)}`}
            className="link"
            prefetch={false}
          >
            {texts.history}
          </Link>
        </p>
      </div>
      {status !== 'delisted' && (
        <Panel title={texts.backfill.title} note={stored}>
          <div className="px-4 pb-4">
            <Backfill
              key={underWay?.id}
              {...{ symbol, trackedFrom }}
              knownFrom={isMic(mic) ? exchangeOf(mic).knownFrom : trackedFrom}
              underWay={underWay ?? null}
            />
          </div>
        </Panel>
      )}
      <Panel title={texts.particulars}>
        <div className="px-4 pb-4">
          {managedBy === null ? (
            <ListingForm {...{ listing, version, mics }} choices={choices} />
          ) : (
            <p className="text-soft">{texts.managed(managedBy)}</p>
          )}
        </div>
      </Panel>
      {status !== 'delisted' && managedBy === null && (
        <Panel title={texts.delist.title}>
          <div className="space-y-3 px-4 pb-4">
            <p className="text-soft">{texts.delist.text}</p>
            <Delist {...{ symbol, version }} today={now.toISOString().slice(0, 10)} />
          </div>
        </Panel>
      )}
      <RequestsPanel items={requests} />
    </div>
  )
}
