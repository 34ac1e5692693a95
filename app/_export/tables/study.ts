import { inLanguage } from '@/app/_ui/i18n/texts'
import type { AboutLine, CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import { studyTable } from '@/lib/api/study/csv'
import type { StudyView } from '@/lib/api/study/schema'
import { columnsOf } from '../view'

/** The tables of a study: the returns of both windows, the headline of each listing, the days without an event, and the other ways of asking. */
export function studyTables(view: StudyView, language: Language): Readonly<Record<string, () => CsvTable>> {
  const windows = studyTable(view)
  const titles: Readonly<Record<string, string>> = {
    'event study': `${inLanguage(language, view.event.title, view.event.titleZh)} (${view.event.slug})`,
    verdict: `${view.verdict}: ${inLanguage(language, view.sentence, view.sentenceZh)}`,
  }
  const about = windows.about.map(([name, text]): AboutLine => [name, titles[name] ?? text])
  return {
    study: () => ({ ...windows, about }),
    listings: () => ({ about, columns: headlineColumns(view, language) }),
    placebo: () => ({ about, columns: { session: view.placebo?.session ?? [], t: view.placebo?.t ?? [] } }),
    robustness: () => ({ about, columns: lookColumns(view) }),
  }
}

function headlineColumns({ listings }: StudyView, language: Language): CsvTable['columns'] {
  const rows = listings.map((one) => ({
    ...{ listing: one.symbol, name: inLanguage(language, one.name, one.nameZh), benchmark: one.benchmark },
    ...{ day0: one.day0, verdict: one.verdict, car: one.test.car, percent: one.test.percent, se: one.test.se },
    ...{ t: one.test.t, df: one.test.df, p: one.test.p, lo: one.test.lo, hi: one.test.hi, pHolm: one.pHolm },
    ...{ placeboP: one.placeboP, placeboHolm: one.placeboHolm, minimumDetectable: one.minimumDetectable },
    ...{ usable: one.usable, sentence: inLanguage(language, one.sentence, one.sentenceZh) },
    refused: one.test.refusal && `${one.test.refusal.reason}: ${one.test.refusal.detail}`,
  }))
  const names = [
    ...([
      'listing',
      'name',
      'benchmark',
      'day0',
      'verdict',
      'car',
      'percent',
      'se',
      't',
      'df',
      'p',
      'lo',
      'hi',
    ] as const),
    ...(['pHolm', 'placeboP', 'placeboHolm', 'minimumDetectable', 'usable', 'sentence', 'refused'] as const),
  ] as const
  return columnsOf(names, rows)
}

function lookColumns({ robustness }: StudyView): CsvTable['columns'] {
  const rows = robustness.looks.map(({ model, estimation, test }) => ({
    ...{ model, estimation, from: test.from, to: test.to, car: test.car, percent: test.percent, se: test.se },
    ...{ t: test.t, df: test.df, p: test.p, lo: test.lo, hi: test.hi },
    refused: test.refusal && `${test.refusal.reason}: ${test.refusal.detail}`,
  }))
  const names = [
    ...(['model', 'estimation', 'from', 'to', 'car', 'percent', 'se', 't', 'df', 'p', 'lo', 'hi', 'refused'] as const),
  ] as const
  return columnsOf(names, rows)
}
