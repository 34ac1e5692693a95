import { type Query, queryValue } from '@/app/_ui/url'
import { type MilestoneView, milestonesView } from '@/lib/api/milestones/view'
import { daysBetween } from '@/lib/market/date'
import { localDate } from '@/lib/market/zone'
import { pageMoment } from './moment'
import { pageStore } from './store'

/** The states of a milestone in the order of the filter. */
export const milestoneStates = ['late', 'due', 'promised', 'shipped', 'unscheduled'] as const

/** A milestone as the page shows it. */
export interface RoadmapItem extends MilestoneView {
  /** Whole days until its window opens (`promised`) or closes (`due`); null in every other state. */
  readonly daysLeft: number | null
}

/** Whole days from `today` to what comes next of a milestone. Dates are UTC's. */
export function daysLeftOf({ state, window }: Pick<MilestoneView, 'state' | 'window'>, today: string): number | null {
  if (window === null) return null
  if (state === 'promised') return daysBetween(today, window.start)
  return state === 'due' ? daysBetween(today, window.end) : null
}

/**
 * What the roadmap shows for a query, read in process through the view of the API: `all` that had been announced, `items` of the state in the URL. Set to
 * the past a ship date that was still ahead is left out. A state that is none is named in `wrong`, and all are shown.
 */
export async function roadmapData(query: Query, now: Date) {
  const moment = pageMoment(query, now)
  const today = localDate(moment.at, 'UTC')
  const asked = queryValue(query, 'state')
  const state = milestoneStates.find((one) => one === asked) ?? null
  const all = (await milestonesView(pageStore(), moment.at)).items.map(
    (item): RoadmapItem => ({
      ...item,
      shippedOn: item.state === 'shipped' ? item.shippedOn : null,
      daysLeft: daysLeftOf(item, today),
    }),
  )
  return {
    moment,
    today,
    state,
    wrong: asked !== undefined && state === null ? { text: asked, expected: milestoneStates.join(', ') } : null,
    all,
    items: state === null ? all : all.filter((item) => item.state === state),
  }
}
