import { openBoard } from '@/app/_export/views/board'
import type { Query } from '@/app/_ui/url'
import { PriceEmbed } from '../PriceEmbed'

export const dynamic = 'force-dynamic'

export default function EmbeddedBoard({ searchParams }: { searchParams: Promise<Query> }) {
  return <PriceEmbed open={openBoard} searchParams={searchParams} />
}
