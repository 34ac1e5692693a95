import { formatMoment } from '@/app/_ui/format/date'
import { formatNumber } from '@/app/_ui/format/number'
import { data as texts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { Wide } from '@/app/_ui/Wide'
import type { RunView } from '@/lib/api/runs/view'
import { FailedAttempts } from './FailedAttempts'

/** The last refreshes: what they brought, and every failure in words. */
export function RunsTable({ items }: { items: readonly RunView[] }) {
  const { head } = texts.runs
  return (
    <Panel title={texts.runs.title} note={texts.runs.note}>
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft">{texts.runs.none}</p>
      ) : (
        <Wide label={texts.runs.title}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{head.started}</th>
                {[head.job, head.trigger, head.outcome].map((text) => (
                  <th key={text} scope="col" className="text">
                    {text}
                  </th>
                ))}
                {[head.added, head.changed, head.held].map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
                <th scope="col" className="text">
                  {head.failed}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((run) => (
                <tr key={run.id}>
                  <td className="align-top">{formatMoment(run.startedAt)}</td>
                  <td className="text align-top">{run.job}</td>
                  <td className="text align-top text-soft">{run.trigger}</td>
                  <td className="text align-top">{run.finishedAt ? run.outcome : texts.runs.running}</td>
                  {[run.added, run.changed, run.held].map((count, column) => (
                    <td key={[head.added, head.changed, head.held][column]} className="align-top">
                      {formatNumber(count, 0)}
                    </td>
                  ))}
                  <td className="text whitespace-normal! align-top">
                    <FailedAttempts run={run} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Panel>
  )
}
