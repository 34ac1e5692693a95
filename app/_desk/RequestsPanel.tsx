'use client'

import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { workTexts } from '@/app/_ui/messages/work'
import { Panel } from '@/app/_ui/Panel'
import { Empty } from '@/app/_ui/states/Empty'
import type { RequestView } from '@/lib/api/requests/schema'
import { useWork } from './useWork'
import { WorkLine } from './WorkLine'

function Row({ request }: { request: RequestView }) {
  const [texts, { day, moment }] = [useTexts(workTexts), useFormat()]
  const { work } = useWork(request)
  const { kind, job, listing, feed, symbol, from, requestedBy, requestedAt } = request
  const about = [job, listing ?? feed ?? symbol, from && texts.from(day(from))].filter(Boolean).join(', ')
  return (
    <li className="grid grid-cols-1 gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <span className="font-medium">{texts.kinds[kind]}</span> {about}
        </p>
        <p className="wrap-anywhere text-faint text-small">
          {requestedBy}, {moment(requestedAt)}
        </p>
      </div>
      <WorkLine work={work ?? request} />
    </li>
  )
}

/** What was asked of the workers; what is under way is followed. */
export function RequestsPanel({ items }: { items: readonly RequestView[] }) {
  const texts = useTexts(workTexts)
  return (
    <Panel title={texts.title} note={texts.note}>
      {items.length === 0 ? (
        <Empty text={texts.none} />
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {items.map((request) => (
            <Row key={`${request.id} ${request.state}`} request={request} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
