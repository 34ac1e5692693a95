import { AskButton } from '@/app/_desk/AskButton'
import { Badge } from '@/app/_ui/Badge'
import { formatPlain } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { adminFeedsTexts } from '@/app/_ui/messages/adminFeeds'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { FeedView } from '@/lib/api/feeds/view'

function State({ feed }: { feed: FeedView }) {
  const [texts, { states }, { moment }] = [useTexts(adminFeedsTexts), useTexts(dataTexts).feeds, useFormat()]
  const { state, failuresInARow, breaker, openUntil, notBefore, bucket, lastSuccessAt } = feed
  const words = {
    never: <Badge tone="plain">{states.never}</Badge>,
    ok: <Badge tone="good">{states.ok}</Badge>,
    failing: <Badge tone="warn">{states.failing(failuresInARow)}</Badge>,
  }
  const notes = [
    breaker === 'open' ? texts.breaker.open(moment(openUntil)) : texts.breaker[breaker],
    ...(notBefore ? [texts.notBefore(moment(notBefore))] : []),
    ...(bucket ? [texts.bucket(formatPlain(Math.floor(bucket.left)), bucket.capacity)] : []),
    ...(lastSuccessAt ? [`${texts.lastSuccess}: ${moment(lastSuccessAt)}`] : []),
  ]
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-soft">
      {words[state]}
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </p>
  )
}

function Errors({ feed }: { feed: FeedView }) {
  const [texts, { errors }, { moment }] = [useTexts(adminFeedsTexts), useTexts(dataTexts), useFormat()]
  const words: Readonly<Record<string, string>> = errors
  if (feed.recentErrors.length === 0) return <p className="text-faint text-small">{texts.noErrors}</p>
  const { at, subject, error } = texts.errorHead
  return (
    <Wide label={`${texts.errors}: ${feed.name}`}>
      <table className="figures tight">
        <TableHead columns={[{ name: at }, { name: subject, words: true }, { name: error, words: true }]} />
        <tbody>
          {feed.recentErrors.map((one) => (
            <tr key={`${one.at} ${one.subject}`}>
              <td className="align-top">{moment(one.at)}</td>
              <td className="text align-top">{one.subject}</td>
              <td className="text wrap-anywhere min-w-64 whitespace-normal!">
                {one.errorClass !== null && <strong className="font-medium">{words[one.errorClass]}: </strong>}
                {one.error}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** One feed: whether it is asked, for what and in which place, what it failed in, and a button that tries it. */
export function FeedPanel({ feed }: { feed: FeedView }) {
  const [texts, say] = [useTexts(adminFeedsTexts), useStored()]
  const kinds = [...new Set(feed.serves.map(({ kind }) => kind))]
  return (
    <Panel
      title={say(feed.name, feed.nameZh)}
      note={feed.originSetting && texts.setting(feed.originSetting)}
      id={`feed-${feed.id}`}
    >
      <div className="space-y-3 px-4 pb-4">
        <State feed={feed} />
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5">
          {kinds.map((kind) => (
            <div key={kind} className="contents">
              <dt className="text-faint">{texts.kinds[kind]}</dt>
              <dd className="flex flex-wrap gap-x-3">
                {feed.serves
                  .filter((one) => one.kind === kind)
                  .map(({ mic, place, of }) => (
                    <span key={mic}>
                      {mic} <span className="text-soft">{texts.place(place, of)}</span>
                    </span>
                  ))}
              </dd>
            </div>
          ))}
        </dl>
        <AskButton text={texts.test} about={feed.name} wanted={{ kind: 'test-feed', feed: feed.id }} />
        <Errors feed={feed} />
      </div>
    </Panel>
  )
}
