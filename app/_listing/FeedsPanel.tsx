import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { ListingFeedView, RefreshesView } from '@/lib/api/refreshes/view'

/** What a feed answered last: outcome, rows, and the error in full on hover. */
function FeedRow({ of: { job, feedName, last, lastSuccessAt } }: { of: ListingFeedView }) {
  const [{ refreshes: texts }, { moment }] = [useTexts(listingTexts), useFormat()]
  const failed = last?.outcome === 'failed'
  return (
    <>
      <tr>
        <td>{texts.jobs[job]}</td>
        <td className="text">{feedName}</td>
        <td className={last ? undefined : 'text-faint'}>{last ? moment(last.startedAt) : texts.never}</td>
        <td className={`text ${failed ? 'text-bad' : ''}`}>{last && texts.outcomes[last.outcome]}</td>
        <td className="text text-soft">{last && !failed && texts.rows(last)}</td>
        <td className="text-soft">{lastSuccessAt && moment(lastSuccessAt)}</td>
      </tr>
      {failed && last.error && (
        <tr>
          <td colSpan={6} className="text whitespace-normal! pt-0! text-small text-soft" title={last.error}>
            {texts.error(last.errorClass ?? '', last.error)} {texts.kept}
          </td>
        </tr>
      )}
    </>
  )
}

/** The feeds of a listing in the order they are asked, with the last attempt at each. */
export function FeedsPanel({ refreshes: { items } }: { refreshes: RefreshesView }) {
  const { refreshes: texts } = useTexts(listingTexts)
  const { head } = texts
  const asked = items.some(({ last }) => last !== null)
  return (
    <Panel title={texts.title} note={asked ? texts.note : texts.nothing}>
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.none}</p>
      ) : (
        <Wide label={texts.title}>
          <table className="figures" data-testid="feeds">
            <TableHead
              columns={[
                { name: head.job },
                { name: head.feed, words: true },
                { name: head.at },
                { name: head.outcome, words: true },
                { name: head.rows, words: true },
                { name: head.success },
              ]}
            />
            <tbody>
              {items.map((item) => (
                <FeedRow key={`${item.job} ${item.feed}`} of={item} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
