import { openCompare } from '@/app/_export/views/compare'
import type { Query } from '@/app/_ui/url'
import { PriceEmbed } from '../PriceEmbed'

export const dynamic = 'force-dynamic'

export default function EmbeddedComparison({ searchParams }: { searchParams: Promise<Query> }) {
  return <PriceEmbed open={openCompare} searchParams={searchParams} />
}
