import type { FilingView } from '@/lib/api/filings/view'
import type { MilestoneView } from '@/lib/api/milestones/view'

/** Quarters of one company that wait together: every overdue one, or the next one ahead. */
export interface FilingRow {
  readonly kind: 'filing'
  readonly key: string
  readonly state: FilingView['state']
  /** The day the first of them is expected; rows stand in its order. */
  readonly date: string
  readonly first: FilingView
  readonly last: FilingView
}

export interface MilestoneRow {
  readonly kind: 'milestone'
  readonly key: string
  readonly state: MilestoneView['state']
  /** The last day that was promised; a promise without a date comes last. */
  readonly date: string
  readonly milestone: MilestoneView
}

function filingRows(filings: readonly FilingView[]): FilingRow[] {
  const groups = new Map<string, FilingView[]>()
  for (const filing of filings) {
    const key = `${filing.topic} ${filing.state === 'overdue' ? 'overdue' : filing.label}`
    groups.set(key, [...(groups.get(key) ?? []), filing])
  }
  return [...groups].flatMap(([key, group]) => {
    const [first, last] = [group[0], group.at(-1)]
    return first && last ? [{ kind: 'filing', key, state: first.state, date: first.expectedOn, first, last }] : []
  })
}

/** What was promised and is not shipped, and the quarters that are expected, in the order of their days. */
export function nextRows(
  milestones: readonly MilestoneView[],
  filings: readonly FilingView[],
): (FilingRow | MilestoneRow)[] {
  const promises = milestones
    .filter(({ state }) => state !== 'shipped')
    .map((milestone): MilestoneRow => {
      const { slug: key, state, window } = milestone
      return { kind: 'milestone', key, state, date: window?.end ?? '9999-12-31', milestone }
    })
  return [...promises, ...filingRows(filings)].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
