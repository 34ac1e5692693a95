import Link from 'next/link'
import type { RoadmapItem } from '@/app/_data/roadmap'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { frameTexts } from '@/app/_ui/messages/frame'
import { roadmapTexts } from '@/app/_ui/messages/roadmap'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'

interface RoadmapTableProps {
  readonly items: readonly RoadmapItem[]
  readonly asOf: string | null
  /** Each leads to its form then. */
  readonly mayEdit: boolean
}

function Row({ item, asOf, mayEdit }: Omit<RoadmapTableProps, 'items'> & { item: RoadmapItem }) {
  const [{ states }, { edit }] = [useTexts(roadmapTexts), useTexts(frameTexts)]
  const [say, { day, window }] = [useStored(), useFormat()]
  const { announced, sourceUrl, sourceName } = item
  return (
    <tr>
      <td>
        {mayEdit ? (
          <Link className="link" href={`/admin/milestones/${item.slug}`} prefetch={false} title={edit}>
            {say(item.title, item.titleZh)}
          </Link>
        ) : (
          say(item.title, item.titleZh)
        )}
      </td>
      <td className="text">{window(item.promised)}</td>
      <td className="text text-soft">{day(item.window?.start)}</td>
      <td className="text text-soft">{day(item.window?.end)}</td>
      <td className="text">{states[item.state]}</td>
      <td>{formatNumber(item.daysLate, 0)}</td>
      <td className="text">{day(item.shippedOn)}</td>
      <td className="text">
        {announced ? (
          <Link
            className="quiet-link"
            href={hrefWith(`/events/${announced.event}`, {}, { asOf })}
            prefetch={false}
            title={say(announced.title, announced.titleZh)}
          >
            {day(announced.date)}
          </Link>
        ) : (
          day(null)
        )}
      </td>
      <td className="text text-faint text-small">
        {sourceUrl ? (
          <a className="link" href={sourceUrl} rel="noreferrer">
            {sourceName}
          </a>
        ) : (
          sourceName
        )}
      </td>
    </tr>
  )
}

/** The same promises as a table, behind the chart. */
export function RoadmapTable({ items, asOf, mayEdit }: RoadmapTableProps) {
  const [{ head, chart }, { numbers }] = [useTexts(roadmapTexts), useTexts(commonTexts)]
  return (
    <details className="border-line border-t">
      <summary className="px-4 py-2 text-soft text-small">{numbers}</summary>
      <Wide label={chart.title}>
        <table className="figures" data-testid="roadmap-table">
          <TableHead
            columns={[
              { name: head.product },
              { name: head.promised, words: true },
              { name: head.from, words: true },
              { name: head.to, words: true },
              { name: head.status, words: true },
              { name: head.late },
              { name: head.shipped, words: true },
              { name: head.announced, words: true },
              { name: head.source, words: true },
            ]}
          />
          <tbody>
            {items.map((item) => (
              <Row key={item.slug} {...{ item, asOf, mayEdit }} />
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}
