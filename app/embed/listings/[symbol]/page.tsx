import { openListing } from '@/app/_export/views/listing'
import { decodedSegment, type Query } from '@/app/_ui/url'
import { PriceEmbed } from '../../PriceEmbed'

export const dynamic = 'force-dynamic'

interface Props {
  readonly params: Promise<{ symbol: string }>
  readonly searchParams: Promise<Query>
}

export default async function EmbeddedListing({ params, searchParams }: Props) {
  const { symbol } = await params
  return <PriceEmbed open={openListing} names={[decodedSegment(symbol)]} searchParams={searchParams} />
}
