import { runLimits } from '@/app/_data/dataPage'
import { formatNumber } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { Segmented } from '@/app/_ui/Segmented'
import { TableHead } from '@/app/_ui/TableHead'
import { hrefWith, type Query } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { RunView } from '@/lib/api/runs/view'
import { FailedAttempts } from './FailedAttempts'
import { useSeriesText } from './useSeriesText'

function Row({ run }: { run: RunView }) {
  const [text, { moment }] = [useSeriesText(), useFormat()]
  return (
    <tr>
      <td className="align-top">{moment(run.startedAt)}</td>
      <td className="text align-top">{text.job(run.job)}</td>
      <td className="text align-top text-soft">{text.trigger(run.trigger)}</td>
      <td className="text align-top">{text.outcome(run.finishedAt ? run.outcome : 'running')}</td>
      <td className="align-top">{formatNumber(run.added, 0)}</td>
      <td className="align-top">{formatNumber(run.changed, 0)}</td>
      <td className="align-top">{formatNumber(run.held, 0)}</td>
      <td className="text whitespace-normal! align-top">
        <FailedAttempts run={run} />
      </td>
    </tr>
  )
}

/** The last refreshes: what they brought, and every failure in words; how many is in the URL. */
export function RunsTable({ items, limit, query }: { items: readonly RunView[]; limit: number; query: Query }) {
  const { title, note, head, none, limit: label } = useTexts(dataTexts).runs
  const choices = runLimits.map((one) => ({
    href: hrefWith('/data', query, { runs: one === runLimits[0] ? null : String(one) }),
    text: String(one),
    active: one === limit,
  }))
  return (
    <Panel
      id="refreshes"
      title={title}
      note={note}
      aside={items.length < runLimits[0] ? undefined : <Segmented label={label} choices={choices} />}
    >
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{none}</p>
      ) : (
        <Wide label={title}>
          <table className="figures" data-testid="runs">
            <TableHead
              columns={[
                { name: head.started },
                { name: head.job, words: true },
                { name: head.trigger, words: true },
                { name: head.outcome, words: true },
                { name: head.added },
                { name: head.changed },
                { name: head.held },
                { name: head.failed, words: true },
              ]}
            />
            <tbody>
              {items.map((run) => (
                <Row key={run.id} run={run} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
