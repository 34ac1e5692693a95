import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { adminRunsTexts } from '@/app/_ui/messages/adminRuns'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { Empty } from '@/app/_ui/states/Empty'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { RunView } from '@/lib/api/runs/schema'
import { Outcome } from './Outcome'
import { useTook } from './ScheduleTable'
import { Trouble } from './Trouble'

function Row({ run }: { run: RunView }) {
  const [{ runs }, { moment }, took] = [useTexts(dataTexts), useFormat(), useTook()]
  const [jobs, triggers]: Readonly<Record<string, string>>[] = [runs.jobs, runs.triggers]
  return (
    <tr>
      <td className="align-top">{moment(run.startedAt)}</td>
      <td className="text align-top">{jobs?.[run.job] ?? run.job}</td>
      <td className="text align-top text-soft">{triggers?.[run.trigger] ?? run.trigger}</td>
      <td className="align-top">{took(run)}</td>
      <td className="text align-top">
        <Outcome outcome={run.outcome} />
      </td>
      <td className="text min-w-64 whitespace-normal! align-top">
        <Trouble run={run} />
      </td>
    </tr>
  )
}

/** The newest runs, with what went wrong in each. */
export function RunsTable({ items }: { items: readonly RunView[] }) {
  const [texts, { runs }] = [useTexts(adminRunsTexts), useTexts(dataTexts)]
  return (
    <Panel title={texts.recent}>
      {items.length === 0 ? (
        <Empty text={texts.none} />
      ) : (
        <Wide label={texts.recent}>
          <table className="figures" data-testid="runs">
            <TableHead
              columns={[
                { name: runs.head.started },
                { name: runs.head.job, words: true },
                { name: runs.head.trigger, words: true },
                { name: texts.head.took },
                { name: texts.head.outcome, words: true },
                { name: texts.head.errors, words: true },
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
