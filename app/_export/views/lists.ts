import { acrossData } from '@/app/_data/across'
import { claimsData } from '@/app/_data/claims'
import { acrossTable } from '@/lib/api/across/csv'
import { momentProblems, wordProblems } from '../problems'
import { claimsTable } from '../tables/claims'
import type { View } from '../view'

/** The headline tests of all events, and the tests across them. */
export const openStudies: View = async ({ query, now }) => {
  const data = await acrossData(query, now)
  return {
    path: '/studies',
    name: ['studies'],
    moment: data.moment,
    problems: [
      ...momentProblems(data.moment),
      ...wordProblems(query, 'kind', ['event', 'results', 'all']),
      ...wordProblems(query, 'sort', ['date', 'size']),
    ],
    tables: { rows: () => acrossTable({ ...data.view, items: data.items }) },
  }
}

/** The statements of the article. */
export const openClaims: View = async ({ query, language, now }) => {
  const { moment, items } = await claimsData(query, now)
  return {
    path: '/claims',
    name: ['claims'],
    moment,
    problems: momentProblems(moment),
    tables: { claims: () => claimsTable(items, language, moment) },
  }
}
