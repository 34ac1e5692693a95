import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { annotateFor, shownToViewer } from '@/app/_data/annotator'
import { listingData } from '@/app/_data/listing'
import { pageStore } from '@/app/_data/store'
import { ListingView } from '@/app/_listing/ListingView'
import { readLanguage } from '@/app/_ui/i18n/request'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { decodedSegment, type Query } from '@/app/_ui/url'
import { listingView } from '@/lib/api/listings/view'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ symbol: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [language, symbol] = [await readLanguage(), decodedSegment((await params).symbol)]
  const listing = await listingView(pageStore(), symbol, new Date())
  const texts = listingTexts[language]
  if (listing === null) return { title: texts.missing.title }
  const name = inLanguage(language, listing.name, listing.nameZh)
  return { title: `${name} (${symbol})`, description: texts.description(name, symbol) }
}

export default async function ListingPage({ params, searchParams }: Props) {
  const [, { symbol: segment }, query] = await Promise.all([readLanguage(), params, searchParams])
  const now = new Date()
  const data = await listingData(decodedSegment(segment), query, now, await shownToViewer())
  if (!data) notFound()
  const annotate = await annotateFor([data.listing], data.moment)
  return <ListingView {...{ data, query, now, annotate }} />
}
