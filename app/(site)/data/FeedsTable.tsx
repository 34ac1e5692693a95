import { Badge } from '@/app/_ui/Badge'
import { formatNumber, formatPlain } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { commonTexts } from '@/app/_ui/messages/common'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { FeedView } from '@/lib/api/feeds/view'
import { useSeriesText } from './useSeriesText'

/** Calm when feeds are down: which, and that what was stored stays. Nothing when every one answers or none was asked. */
export function FeedsDown({ items }: { items: readonly FeedView[] }) {
  const [{ feedsDown }, { listSeparator }, say] = [useTexts(dataTexts), useTexts(commonTexts), useStored()]
  const asked = items.filter(({ state }) => state !== 'never')
  const failing = asked.filter(({ state }) => state === 'failing')
  if (failing.length === 0) return null
  const names = failing.map(({ name, nameZh }) => say(name, nameZh)).join(listSeparator)
  return (
    <p role="status" className="rounded-md bg-well px-3 py-2 text-soft" data-testid="feeds-down">
      {failing.length === asked.length ? feedsDown.every : feedsDown.some(names, failing.length, asked.length)}
    </p>
  )
}

function State({ feed }: { feed: FeedView }) {
  const [{ feeds: texts }, { moment }] = [useTexts(dataTexts), useFormat()]
  const { states } = texts
  const badge =
    feed.state === 'never' ? (
      <Badge tone="plain">{states.never}</Badge>
    ) : feed.state === 'ok' ? (
      <Badge tone="good">{states.ok}</Badge>
    ) : (
      <Badge tone="warn">{states.failing(feed.failuresInARow)}</Badge>
    )
  const notes = [
    ...(feed.breaker === 'open' && feed.openUntil ? [texts.open(moment(feed.openUntil))] : []),
    ...(feed.breaker === 'half-open' ? [texts.halfOpen] : []),
    ...(feed.notBefore ? [texts.notBefore(moment(feed.notBefore))] : []),
  ]
  return (
    <>
      {badge}
      {notes.map((note) => (
        <span key={note} className="mt-0.5 block text-faint text-small">
          {note}
        </span>
      ))}
    </>
  )
}

function Row({ feed }: { feed: FeedView }) {
  const [{ feeds: texts }, text, say, { moment }] = [useTexts(dataTexts), useSeriesText(), useStored(), useFormat()]
  const { bucket } = feed
  return (
    <tr>
      <td className="align-top font-medium">{say(feed.name, feed.nameZh)}</td>
      <td className="text whitespace-normal! align-top">
        <State feed={feed} />
      </td>
      <td className="text align-top text-soft">{moment(feed.lastSuccessAt)}</td>
      <td className="align-top text-soft">{formatNumber(feed.attemptsLastDay, 0)}</td>
      <td
        className="align-top text-soft"
        title={bucket ? texts.bucketTitle(formatPlain(bucket.perSecond, 1)) : undefined}
      >
        {bucket && texts.bucket(formatPlain(Math.floor(bucket.left)), bucket.capacity)}
      </td>
      <td className="text min-w-40 whitespace-normal! align-top text-soft" title={feed.lastError ?? undefined}>
        {text.error({ errorClass: feed.lastErrorClass, error: feed.lastError })}
      </td>
      <td className="text min-w-64 whitespace-normal! align-top text-faint text-small">
        {say(feed.terms, feed.termsZh)}
      </td>
    </tr>
  )
}

/** The public feeds: whether they answer, how many requests they may be sent, their last error in words, their terms. */
export function FeedsTable({ items }: { items: readonly FeedView[] }) {
  const { title, note, head } = useTexts(dataTexts).feeds
  return (
    <Panel title={title} note={note}>
      <Wide label={title}>
        <table className="figures" data-testid="feeds">
          <TableHead
            columns={[
              { name: head.feed },
              { name: head.state, words: true },
              { name: head.success, words: true },
              { name: head.asked },
              { name: head.bucket },
              { name: head.error, words: true },
              { name: head.terms, words: true },
            ]}
          />
          <tbody>
            {items.map((feed) => (
              <Row key={feed.id} feed={feed} />
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
