import { boardData } from '@/app/_data/board'
import { revenueTable } from '@/lib/api/revenue/csv'
import { momentProblems, wordProblems } from '../problems'
import { claimsTable } from '../tables/claims'
import { eventsTable } from '../tables/events'
import { linesTable } from '../tables/lines'
import { closesTable } from '../tables/listings'
import { milestonesTable } from '../tables/milestones'
import type { View } from '../view'

/** The board: its two lines, then the tables of its panels. */
export const openBoard: View = async ({ query, language, now }) => {
  const data = await boardData(query, now)
  const { moment, compare, revenue } = data
  return {
    path: '/',
    name: ['board'],
    moment,
    problems: [
      ...momentProblems(moment),
      ...(data.baseProblem === null ? [] : [{ name: 'base', detail: data.baseProblem }]),
      ...wordProblems(query, 'scale', ['log', 'linear']),
      ...wordProblems(query, 'results', ['hidden', 'shown']),
    ],
    tables: {
      lines: () => linesTable(compare, moment),
      closes: () => closesTable(data.listings.items, language, moment),
      events: () => eventsTable(data.events, language, moment),
      roadmap: () => milestonesTable(data.milestones, language, moment),
      claims: () => claimsTable(data.claims, language, moment),
      ...Object.fromEntries(
        Object.entries(revenue).flatMap(([side, view]) =>
          view === null ? [] : [[`revenue-${side}`, () => revenueTable(view)]],
        ),
      ),
    },
  }
}
