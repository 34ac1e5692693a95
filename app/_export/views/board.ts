import { linesOf, sides } from '@/app/_board/sides'
import { boardData } from '@/app/_data/board'
import { pageStore } from '@/app/_data/store'
import { linesView, pricePicture } from '@/app/_picture/of/prices'
import { boardTexts } from '@/app/_ui/messages/board'
import { pictureTexts } from '@/app/_ui/messages/picture'
import { type Comparison, comparison } from '@/lib/api/compare/view'
import { momentProblems, wordProblems } from '../problems'
import { claimsTable } from '../tables/claims'
import { effectsTable, eventsTable } from '../tables/events'
import { filingsTable } from '../tables/filings'
import { linesTable } from '../tables/lines'
import { closesTable } from '../tables/listings'
import { milestonesTable } from '../tables/milestones'
import type { View } from '../view'

const symbols = sides.map(({ symbol }) => symbol)

/** The board: its two lines, then the tables of its panels. */
export const openBoard: View = async ({ query, language, now }) => {
  const data = await boardData(query, now)
  const { moment, compare } = data
  const chart = linesView(
    {
      ...{ base: compare.base, scale: data.scale, events: data.events, from: null, asOf: moment.at.toISOString() },
      ...{ meta: compare.meta, feeds: compare.series.map(({ source }) => source?.feed) },
      title: pictureTexts[language].board.title,
      lines: linesOf(compare, boardTexts[language].sides),
    },
    language,
  )
  const nothing: Comparison = { ...compare, listings: [], series: [] }
  const compared = () => comparison(pageStore(), { symbols, rebase: data.base, currency: 'local' }, moment.at)
  return {
    path: '/',
    name: ['board'],
    moment,
    problems: [
      ...momentProblems(moment),
      ...(data.baseProblem === null ? [] : [{ name: 'base', detail: data.baseProblem.why.en }]),
      ...wordProblems(query, 'scale', ['log', 'linear']),
      ...wordProblems(query, 'order', ['size', 'date']),
      ...wordProblems(query, 'results', ['hidden', 'shown']),
    ],
    tables: {
      lines: async () => linesTable(data.compareUrl === null ? nothing : await compared(), language),
      closes: () => closesTable(data.listings.items, language, moment),
      events: () => eventsTable(data.events, language, moment),
      effects: () => effectsTable(data.events, data.effects, language, moment),
      roadmap: () => milestonesTable(data.milestones, language, moment),
      filings: () => filingsTable(data.filings, language, moment),
      claims: () => claimsTable(data.claims, language, moment),
    },
    chart,
    picture: (look) => pricePicture(chart, look),
  }
}
