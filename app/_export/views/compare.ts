import { linesOf } from '@/app/_compare/lines'
import { comparedWords } from '@/app/_compare/words'
import { compareData } from '@/app/_data/compare'
import type { WrongParameter } from '@/app/_data/compareQuery'
import { linesView, pricePicture } from '@/app/_picture/of/prices'
import { rangeStart } from '@/app/_ui/chart/range'
import { pictureTexts } from '@/app/_ui/messages/picture'
import { type Comparison, mostCompared } from '@/lib/api/compare/view'
import { got, momentProblems, oneOf } from '../problems'
import { eventsTable } from '../tables/events'
import { linesTable, sinceTable } from '../tables/lines'
import type { View } from '../view'

function expectedText({ kind, words = [] }: WrongParameter): string {
  if (kind === 'words') return oneOf(words)
  if (kind === 'too-many') return `expected at most ${mostCompared} listings`
  return 'expected symbols of stored listings, separated by commas'
}

/** A comparison of nothing: what the page has before any session is stored. */
function nothing(date: string): Comparison {
  return {
    base: { kind: 'date', date, event: null, title: null, titleZh: null },
    ...{ listings: [], series: [] },
    meta: { adjustment: 'split', currency: 'local', settled: 'only', rule: '', conversion: null },
  }
}

/** Up to six listings against each other: all of their lines, then what each did since the base. */
export const openCompare: View = async ({ query, language, now }) => {
  const data = await compareData(query, now)
  const { moment, range, scale, symbols, baseProblem } = data
  const found = data.found ?? nothing(moment.at.toISOString().slice(0, 10))
  const lines = linesOf(found, language)
  const last =
    lines
      .map(({ session }) => session.at(-1) ?? '')
      .sort()
      .at(-1) ?? ''
  const names = comparedWords(data, language)?.names ?? symbols.join(', ')
  const events = data.events.filter(({ slug }) => data.shown.has(slug))
  const chart = linesView(
    {
      ...{
        base: found.base,
        lines,
        scale,
        events: data.events,
        from: rangeStart(range, last),
        asOf: moment.at.toISOString(),
      },
      ...{ meta: found.meta, feeds: found.series.map(({ feed }) => feed ?? undefined) },
      ...{ title: pictureTexts[language].compare.title(names), shown: data.shown },
    },
    language,
  )
  return {
    path: '/compare',
    name: ['compare', ...symbols],
    moment,
    problems: [
      ...momentProblems(moment),
      ...data.wrong.map((one) => ({ name: one.name, detail: `${expectedText(one)}, ${got(one.value)}` })),
      ...(baseProblem === null ? [] : [{ name: 'base', detail: baseProblem.en }]),
    ],
    tables: {
      lines: () => linesTable(found, language),
      since: () => sinceTable(found, language),
      events: () => eventsTable(events, language, moment),
    },
    chart,
    picture: (look) => pricePicture(chart, look),
  }
}
