import { Badge, type Tone } from '@/app/_ui/Badge'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useStored, useTexts } from '@/app/_ui/i18n/texts'
import { boardTexts } from '@/app/_ui/messages/board'
import { Panel } from '@/app/_ui/Panel'
import { hrefWith } from '@/app/_ui/url'
import { Wide } from '@/app/_ui/Wide'
import type { FilingView } from '@/lib/api/filings/view'
import type { MilestoneView } from '@/lib/api/milestones/view'
import { type FilingRow, type MilestoneRow, nextRows } from './next'
import { PanelLink } from './PanelLink'

type State = keyof typeof boardTexts.en.next.states
const tones: Readonly<Partial<Record<State, Tone>>> = { late: 'warn', overdue: 'warn', due: 'good' }

function Row({ state, what, when, title }: { state: State; what: string; when: string; title: string }) {
  const { states } = useTexts(boardTexts).next
  return (
    <li className="flex items-baseline gap-2 py-[3px]" title={title}>
      <span className="min-w-0 grow sm:truncate">{what}</span>
      <span className="shrink-0 text-faint text-small max-sm:max-w-24 max-sm:text-right">{when}</span>
      <Badge tone={tones[state] ?? 'plain'}>{states[state]}</Badge>
    </li>
  )
}

function Promised({ row: { milestone, state } }: { row: MilestoneRow }) {
  const [texts, say, { window }] = [useTexts(boardTexts).next, useStored(), useFormat()]
  const what = say(milestone.title, milestone.titleZh)
  const title = [what, say(milestone.evidence, milestone.evidenceZh), texts.promisedBy(milestone.sourceName)]
  const when = milestone.promised === null ? '' : window(milestone.promised)
  return <Row state={state} what={what} when={when} title={title.join('\n')} />
}

function Filing({ row: { first, last, state } }: { row: FilingRow }) {
  const [texts, say, { day }] = [useTexts(boardTexts).next, useStored(), useFormat()]
  const what = texts.filing(say(first.name, first.nameZh), first.label, last.label)
  const title = [what, texts.expectedTitle(first.basis.label, day(first.basis.knownOn))]
  return <Row state={state} what={what} when={texts.expected(day(first.expectedOn))} title={title.join('\n')} />
}

/** What was promised and what is due, the earliest first; beside other panels as many rows as fit, the rest to be scrolled to. */
export function NextPanel(props: {
  milestones: readonly MilestoneView[]
  filings: readonly FilingView[]
  asOf: string | null
  className: string
}) {
  const { milestones, filings, asOf, className } = props
  const texts = useTexts(boardTexts).next
  const rows = nextRows(milestones, filings)
  return (
    <Panel
      title={texts.title}
      note={texts.note}
      className={className}
      aside={<PanelLink href={hrefWith('/roadmap', {}, { asOf })}>{texts.all}</PanelLink>}
    >
      {rows.length === 0 && <p className="px-4 pb-4 text-soft">{texts.none}</p>}
      <Wide label={texts.title} className="overflow-y-auto lg:max-h-28">
        <ul className="px-4 pb-2" data-testid="next">
          {rows.map((row) =>
            row.kind === 'filing' ? <Filing key={row.key} row={row} /> : <Promised key={row.key} row={row} />,
          )}
        </ul>
      </Wide>
    </Panel>
  )
}
