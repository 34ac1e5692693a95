import type { Metadata } from 'next'
import Link from 'next/link'
import { auditData } from '@/app/_data/audit'
import { may, viewer } from '@/app/_data/viewer'
import { Entry } from '@/app/_ui/audit/Entry'
import { readLanguage } from '@/app/_ui/i18n/request'
import { auditTexts } from '@/app/_ui/messages/audit'
import { Empty } from '@/app/_ui/states/Empty'
import { StatusLine } from '@/app/_ui/states/StatusLine'
import { hrefWith, type Query } from '@/app/_ui/url'
import { undoable } from '@/lib/api/audit/undoable'
import type { AuditedEntity } from '@/lib/store/audit/command'
import { gate } from '../gate'
import { Filter } from './Filter'

export const dynamic = 'force-dynamic'

const path = '/admin/audit'

export async function generateMetadata(): Promise<Metadata> {
  return { title: auditTexts[await readLanguage()].title }
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const shut = await gate('annotate', hrefWith(path, query, {}))
  if (shut) return shut
  const [texts, who] = [auditTexts[await readLanguage()], await viewer()]
  const { choices, entries, filter, wrong, older } = await auditData(query, new Date())
  const mayUndo = (entity: AuditedEntity) => {
    const kind = undoable(entity)
    return kind !== null && may(who, kind.scope)
  }
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <div className="space-y-4">
      <div>
        <h1 className="font-semibold text-title tracking-tight">{texts.title}</h1>
        <p className="max-w-prose text-lead text-soft">{texts.lead}</p>
      </div>
      {wrong.map((name) => (
        <StatusLine key={name}>{texts.filter.wrong(name)}</StatusLine>
      ))}
      <Filter choices={choices} filter={filter} />
      <div className="panel divide-y divide-line">
        {entries.length === 0 && <Empty text={isFiltered ? texts.none : texts.noneYet} />}
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} mayUndo={mayUndo(entry.entity)} />
        ))}
      </div>
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
