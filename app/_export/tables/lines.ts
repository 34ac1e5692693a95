import type { PageMoment } from '@/app/_data/moment'
import { pageStore } from '@/app/_data/store'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { compareTable } from '@/lib/api/compare/csv'
import { type CompareInput, type CompareView, comparison } from '@/lib/api/compare/view'
import type { AboutLine, CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'

interface LinesInput {
  /** What the page compares. */
  readonly input: CompareInput
  /** As the page shows it. */
  readonly view: CompareView
  readonly moment: PageMoment
}

/** The lines of a comparison, a row each session and listing, with the close and the rate that each value is counted from. */
export async function linesTable({ input, view, moment }: LinesInput, language: Language): Promise<CsvTable> {
  const empty = { base: view.base, listings: [], series: [], meta: view.meta }
  const found = view.series.length === 0 ? empty : await comparison(pageStore(), input, moment.at)
  const { about, columns } = compareTable(found)
  const { title, titleZh, event, date } = view.base
  const base = title === null ? date : `${inLanguage(language, title, titleZh)} (event:${event}, ${date})`
  const source = view.series.map((one) => `${one.symbol} ${one.source?.name ?? 'none'}`).join('; ')
  return {
    about: [['source', source], ...about.map(([name, text]): AboutLine => [name, name === 'base' ? base : text])],
    columns,
  }
}
