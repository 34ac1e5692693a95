import type { Metadata } from 'next'
import { acrossData } from '@/app/_data/across'
import { across as texts } from '@/app/_ui/messages/across'
import { LookBack, PointInTimeBanner } from '@/app/_ui/PointInTime'
import { Segmented } from '@/app/_ui/Segmented'
import { hrefWith, type Query } from '@/app/_ui/url'
import { GroupTable } from './GroupTable'
import { RowTable } from './RowTable'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: texts.title }

const path = '/studies'

export default async function StudiesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { moment, kind, bySize, view, items, url } = await acrossData(query, new Date())
  const { kinds, sorts, downloads } = texts
  const kindChoice = (name: 'event' | 'results' | 'all') => ({
    href: hrefWith(path, query, { kind: name === 'event' ? null : name }),
    text: kinds[name],
    active: kind === name,
  })
  const sortChoice = (name: 'date' | 'size') => ({
    href: hrefWith(path, query, { sort: name === 'size' ? name : null }),
    text: sorts[name],
    active: bySize === (name === 'size'),
  })
  return (
    <>
      <PointInTimeBanner path={path} query={query} {...moment} />
      <div className="space-y-4">
        <div>
          <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
          <p className="max-w-prose text-lead text-soft">{texts.lead(view.meta.looks)}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Segmented label={kinds.label} choices={[kindChoice('event'), kindChoice('results'), kindChoice('all')]} />
          <Segmented label={sorts.label} choices={[sortChoice('date'), sortChoice('size')]} />
          <LookBack path={path} query={query} />
        </div>
        <GroupTable groups={view.groups} />
        <RowTable items={items} asOf={moment.asOf} />
        <p className="text-faint text-small">
          {downloads.label}{' '}
          <a className="link" href={url}>
            {downloads.json}
          </a>
          ,{' '}
          <a className="link" href={`${url}&format=csv`}>
            {downloads.csv}
          </a>
          . {view.meta.rule}.
        </p>
      </div>
    </>
  )
}
