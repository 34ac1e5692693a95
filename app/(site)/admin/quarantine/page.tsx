import type { Metadata } from 'next'
import Link from 'next/link'
import { deskListings, deskQuarantine } from '@/app/_data/desk'
import { feedTerms } from '@/app/_data/feeds'
import { Head } from '@/app/_desk/Head'
import { readLanguage } from '@/app/_ui/i18n/request'
import { quarantineTexts } from '@/app/_ui/messages/quarantine'
import { hrefWith, type Query } from '@/app/_ui/url'
import { gate } from '../gate'
import { Filter } from './Filter'
import { Rows } from './Rows'

export const dynamic = 'force-dynamic'

const path = '/admin/quarantine'

export async function generateMetadata(): Promise<Metadata> {
  return { title: quarantineTexts[await readLanguage()].title }
}

export default async function QuarantinePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const shut = await gate('admin', hrefWith(path, query, {}))
  if (shut) return shut
  const texts = quarantineTexts[await readLanguage()]
  const [{ choice, rows, older }, listings] = await Promise.all([deskQuarantine(query), deskListings(new Date())])
  const { state, entity, listing, feed } = choice
  const isFiltered = state !== 'held' || entity !== undefined || listing !== undefined || feed !== undefined
  return (
    <div className="space-y-4">
      <Head title={texts.title} lead={texts.lead} />
      <Filter choice={choice} listings={listings} feeds={feedTerms()} />
      <Rows rows={rows} none={isFiltered ? texts.noneOfFilter : texts.none} />
      <nav className="flex gap-4">
        {older !== null && (
          <Link href={hrefWith(path, query, { until: String(older) })} className="link" prefetch={false}>
            {texts.older}
          </Link>
        )}
        {query.until && (
          <Link href={hrefWith(path, query, { until: null })} className="link" prefetch={false}>
            {texts.newest}
          </Link>
        )}
      </nav>
    </div>
  )
}
