import type { PageMoment } from '@/app/_data/moment'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import type { BacktestView, RuleView } from '@/lib/api/rules/schema'
import type { HitView, SignalView } from '@/lib/api/signals/schema'
import { columnsOf } from '../view'

const hitNames = ['listing', 'session', 'knownAt', 'text', 'numbers', 'about', 'cause', 'source'] as const
const names = ['rule', 'kind', 'foundAt', ...hitNames] as const
const ruleNames = ['rule', 'name', 'kind', 'looksFor', 'parameters', 'listings', 'signals', 'lastKnownAt'] as const

const hitRow = (one: HitView, language: Language) => ({
  ...{ listing: one.listing?.symbol ?? null, session: one.session, knownAt: one.knownAt },
  ...{ text: inLanguage(language, one.text, one.textZh), numbers: JSON.stringify(one.numbers) },
  ...{ about: one.about && `${one.about.kind} ${one.about.slug}`, cause: one.cause },
  source: one.source && inLanguage(language, one.source, one.sourceZh),
})

const basis: CsvTable['about'] = [
  ['adjustment', 'prices as traded at the session of each row; moves are split-adjusted'],
  ['currency', 'each listing’s own'],
]

/** Signals in the order they are given, each with its figures as JSON in one cell. */
export function signalsTable(items: readonly SignalView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map((one) => ({
    ...{ rule: one.rule, kind: one.kind, foundAt: one.foundAt },
    ...hitRow(one, language),
  }))
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      ...basis,
      ['knownAt', 'from when it could be known; foundAt: when it was found here'],
    ],
    columns: columnsOf(names, rows),
  }
}

/** Each time that a rule would have fired, the latest first (at most 500), with how often that is. */
export function hitsTable(backtest: BacktestView, language: Language, { at }: PageMoment): CsvTable {
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      ...basis,
      ['rule', backtest.rule],
      ['looks for', inLanguage(language, backtest.description, backtest.descriptionZh)],
      ['result', inLanguage(language, backtest.text, backtest.textZh)],
    ],
    columns: columnsOf(
      hitNames,
      backtest.items.map((hit) => hitRow(hit, language)),
    ),
  }
}

/** The rules in display order. */
export function rulesTable(items: readonly RuleView[], language: Language, { at }: PageMoment): CsvTable {
  const rows = items.map((one) => ({
    ...{ rule: one.slug, name: inLanguage(language, one.name, one.nameZh), kind: one.kind },
    looksFor: inLanguage(language, one.description, one.descriptionZh),
    ...{ parameters: JSON.stringify(one.parameters), listings: one.listings.join('; ') },
    ...{ signals: one.signals, lastKnownAt: one.lastKnownAt },
  }))
  return {
    about: [
      ['source', 'the rules as they are kept here'],
      ['as of', at.toISOString()],
      ['adjustment', 'none'],
      ['currency', 'none'],
    ],
    columns: columnsOf(ruleNames, rows),
  }
}
