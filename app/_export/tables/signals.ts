import type { PageMoment } from '@/app/_data/moment'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import type { SignalView } from '@/lib/api/signals/schema'
import { columnsOf } from '../view'

const names = [
  ...(['rule', 'kind', 'listing', 'session', 'knownAt', 'foundAt', 'text', 'numbers', 'about', 'cause'] as const),
  'source',
] as const

/** Signals in the order they are given, each with its figures as JSON in one cell. */
export function signalsTable(items: readonly SignalView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map((one) => ({
    ...{ rule: one.rule, kind: one.kind, listing: one.listing?.symbol ?? null, session: one.session },
    ...{ knownAt: one.knownAt, foundAt: one.foundAt, text: inLanguage(language, one.text, one.textZh) },
    ...{ numbers: JSON.stringify(one.numbers), about: one.about && `${one.about.kind} ${one.about.slug}` },
    ...{ cause: one.cause, source: one.source && inLanguage(language, one.source, one.sourceZh) },
  }))
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      ['adjustment', 'prices as traded at the session of each row; moves are split-adjusted'],
      ['currency', 'each listing’s own'],
      ['knownAt', 'from when it could be known; foundAt: when it was found here'],
    ],
    columns: columnsOf(names, rows),
  }
}
