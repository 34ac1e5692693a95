import { AskButton } from '@/app/_desk/AskButton'
import { formatPlain } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { adminRunsTexts } from '@/app/_ui/messages/adminRuns'
import { dataTexts } from '@/app/_ui/messages/data'
import { Panel } from '@/app/_ui/Panel'
import { TableHead } from '@/app/_ui/TableHead'
import { Wide } from '@/app/_ui/Wide'
import type { RunView } from '@/lib/api/runs/schema'
import type { ScheduledView } from '@/lib/api/schedule/schema'
import { Outcome } from './Outcome'
import { Trouble } from './Trouble'

/** How long a run took, in words; null while it is under way. */
export function useTook(): (run: RunView) => string | null {
  const { took } = useTexts(adminRunsTexts)
  return ({ startedAt, finishedAt }) =>
    finishedAt === null ? null : took(formatPlain((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000, 1))
}

function Row({ scheduled }: { scheduled: ScheduledView }) {
  const [texts, { moment }, took] = [useTexts(adminRunsTexts), useFormat(), useTook()]
  const { jobs } = useTexts(dataTexts).runs
  const { id, job, days, time, timeZone, next, last } = scheduled
  return (
    <tr>
      <td className="align-top">
        <span className="font-medium">{jobs[job]}</span>
        <span className="block text-faint text-small">{id}</span>
      </td>
      <td className="text align-top text-soft">{texts.when(texts.days[days], time, timeZone)}</td>
      <td className="text align-top">{moment(next)}</td>
      <td className="text align-top">{last === null ? texts.never : moment(last.startedAt)}</td>
      <td className="align-top">{last && took(last)}</td>
      <td className="text align-top">{last && <Outcome outcome={last.outcome} />}</td>
      <td className="text min-w-56 whitespace-normal! align-top">{last && <Trouble run={last} />}</td>
      <td className="text min-w-40 whitespace-normal! align-top">
        <AskButton text={texts.runNow} about={id} wanted={{ kind: 'refresh', job }} />
      </td>
    </tr>
  )
}

/** The scheduled refreshes: last, next, how long, what went wrong, and a button that runs one now. */
export function ScheduleTable({ items }: { items: readonly ScheduledView[] }) {
  const { schedule, head } = useTexts(adminRunsTexts)
  return (
    <Panel title={schedule}>
      <Wide label={schedule}>
        <table className="figures" data-testid="schedule">
          <TableHead
            columns={[
              { name: head.job },
              { name: head.when, words: true },
              { name: head.next, words: true },
              { name: head.last, words: true },
              { name: head.took },
              { name: head.outcome, words: true },
              { name: head.errors, words: true },
              { name: head.run, words: true },
            ]}
          />
          <tbody>
            {items.map((scheduled) => (
              <Row key={scheduled.id} scheduled={scheduled} />
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  )
}
