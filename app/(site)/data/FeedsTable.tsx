import { Badge } from '@/app/_ui/Badge'
import { formatMoment } from '@/app/_ui/format/date'
import { data as texts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'
import type { FeedView } from '@/lib/api/feeds/view'

function StateBadge({ feed }: { feed: FeedView }) {
  const { states } = texts.feeds
  if (feed.state === 'never') return <Badge tone="plain">{states.never}</Badge>
  if (feed.state === 'ok') return <Badge tone="good">{states.ok}</Badge>
  return <Badge tone="bad">{states.failing(feed.failuresInARow)}</Badge>
}

/** The public feeds: whether they answer, their last error in words, their terms. */
export function FeedsTable({ items }: { items: readonly FeedView[] }) {
  const { head } = texts.feeds
  return (
    <Panel title={texts.feeds.title}>
      <Wide label={texts.feeds.title}>
        <table className="figures">
          <thead>
            <tr>
              {[head.feed, head.state, head.success, head.error, head.terms].map((text) => (
                <th key={text} scope="col" className="text">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((feed) => (
              <tr key={feed.id}>
                <td className="align-top font-medium">{feed.name}</td>
                <td className="text align-top">
                  <StateBadge feed={feed} />
                </td>
                <td className="text align-top text-soft">{formatMoment(feed.lastSuccessAt)}</td>
                <td className="text min-w-40 whitespace-normal! align-top text-soft">{feed.lastError ?? ''}</td>
                <td className="text min-w-64 whitespace-normal! align-top text-faint text-small">{feed.terms}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
