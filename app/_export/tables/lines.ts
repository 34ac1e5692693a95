import { inLanguage } from '@/app/_ui/i18n/texts'
import { compareTable } from '@/lib/api/compare/csv'
import { type Comparison, viewOf } from '@/lib/api/compare/view'
import type { AboutLine, CsvTable } from '@/lib/api/csv/csv'
import type { Language } from '@/lib/api/language'
import { columnsOf } from '../view'

function aboutOf(found: Comparison, language: Language): AboutLine[] {
  const { title, titleZh, event, date } = found.base
  const base = title === null ? date : `${inLanguage(language, title, titleZh)} (event:${event}, ${date})`
  const source = viewOf(found).series.map((one) => `${one.symbol} ${one.source?.name ?? 'none'}`)
  return [
    ['source', source.join('; ')],
    ...compareTable(found).about.map(([name, text]): AboutLine => [name, name === 'base' ? base : text]),
  ]
}

/** All lines of a comparison, whatever range is shown: a row each session and listing, with the close and the rate that each value is counted from. */
export function linesTable(found: Comparison, language: Language): CsvTable {
  return { about: aboutOf(found, language), columns: compareTable(found).columns }
}

/** What each listing did since its base: a row each, from the values from the base session to the last one. */
export function sinceTable(found: Comparison, language: Language): CsvTable {
  const rows = viewOf(found).series.map(({ symbol, name, nameZh, baseSession, baseClose, currency, stats }) => ({
    ...{ listing: symbol, name: inLanguage(language, name, nameZh), currency, baseSession, baseClose },
    ...{ lastSession: stats?.lastSession ?? null, lastValue: stats?.lastValue ?? null, change: stats?.change ?? null },
    ...{ drawdown: stats?.drawdown?.depth ?? null, drawdownPeak: stats?.drawdown?.peak ?? null },
    ...{ drawdownTrough: stats?.drawdown?.trough ?? null, volatility: stats?.volatility ?? null },
    returns: stats?.returns ?? null,
  }))
  const names = [
    ...(['listing', 'name', 'currency', 'baseSession', 'baseClose', 'lastSession', 'lastValue', 'change'] as const),
    ...(['drawdown', 'drawdownPeak', 'drawdownTrough', 'volatility', 'returns'] as const),
  ] as const
  return {
    about: [
      ...aboutOf(found, language),
      ['change and drawdown', 'fractions: 0.01 is one percent'],
      ['volatility', 'the standard deviation of the daily log returns since the base, times √252'],
    ],
    columns: columnsOf(names, rows),
  }
}
