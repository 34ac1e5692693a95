import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { entriesOf } from '@/app/_board/entries'
import { sides } from '@/app/_board/sides'
import { feedTerms } from '@/app/_data/feeds'
import { adjustments, listingData, ranges } from '@/app/_data/listing'
import { ActionsPanel } from '@/app/_listing/ActionsPanel'
import { ListingLive } from '@/app/_listing/ListingLive'
import { ValuationPanel } from '@/app/_listing/ValuationPanel'
import { RevenuePanel } from '@/app/_revenue/RevenuePanel'
import { board } from '@/app/_ui/messages/board'
import { listing as texts } from '@/app/_ui/messages/listing'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, listingHref, type Query } from '@/app/_ui/url'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ symbol: string }>
  readonly searchParams: Promise<Query>
}

const months = { '3m': 3, '6m': 6, '1y': 12, all: null }

/** Next gives the segment as it stands in the URL; a text that cannot be decoded is no symbol. */
function symbolOf(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return segment
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: symbolOf((await params).symbol) }
}

export default async function ListingPage({ params, searchParams }: Props) {
  const symbol = symbolOf((await params).symbol)
  const query = await searchParams
  const data = await listingData(symbol, query, new Date())
  if (!data) notFound()
  const { listing, adjust, range } = data
  const path = listingHref(symbol)
  const side = sides.find((one) => one.symbol === symbol)?.side ?? 'nvidia'
  return (
    <ListingLive
      {...{ listing, adjust }}
      banner={<PointInTimeBanner path={path} query={query} {...data.moment} />}
      listingUrl={data.listingUrl}
      bars={data.bars}
      barsUrl={data.barsUrl}
      months={months[range]}
      entries={entriesOf(data.events)}
      now={data.now}
      missing={data.missing}
      feedNames={Object.fromEntries(feedTerms().map(({ id, name }) => [id, name]))}
      controls={
        <div className="flex flex-wrap gap-2">
          <Segmented
            label={texts.adjust.label}
            choices={adjustments.map((one) => ({
              href: hrefWith(path, query, { adjust: one === 'split' ? null : one }),
              text: texts.adjust.names[one],
              title: texts.adjust.notes[one],
              active: one === adjust,
            }))}
          />
          <Segmented
            label={texts.range.label}
            choices={ranges.map((one) => ({
              href: hrefWith(path, query, { range: one === 'all' ? null : one }),
              text: texts.range.names[one],
              active: one === range,
            }))}
          />
          <LookBack path={path} query={query} />
        </div>
      }
      revenue={
        data.revenue &&
        data.revenue.label.length > 0 && <RevenuePanel side={side} title={board.revenue.title} view={data.revenue} />
      }
      valuation={
        data.valuation && listing.kind !== 'index' && <ValuationPanel latest={data.valuation} url={data.valuationUrl} />
      }
      actions={<ActionsPanel items={data.actions} incomplete={listing.kind !== 'index'} />}
    />
  )
}
