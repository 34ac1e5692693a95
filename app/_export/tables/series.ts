import type { CalendarRow, PriceRow } from '@/app/_data/dataPage'
import { inLanguage } from '@/app/_ui/i18n/texts'
import type { AboutLine, CsvTable } from '@/lib/api/csv/csv'
import type { FeedView } from '@/lib/api/feeds/view'
import type { Language } from '@/lib/api/language'
import type { RunView } from '@/lib/api/runs/view'
import type { SeriesListView } from '@/lib/api/series/view'
import { columnsOf } from '../view'

const aboutOf = (source: string, now: string): AboutLine[] => [
  ['source', source],
  ['as of', now],
  ['adjustment', 'none: these are counts and moments'],
  ['currency', 'none'],
]

/** Every price series: its ends, its age in market time, its gaps, what was revised and held back, and its last refresh. */
export function pricesTable(items: readonly PriceRow[], language: Language, now: string): CsvTable {
  const rows = items.map(({ listing, due, stored, missing, revisions, quarantine, lastAttempt }) => {
    const { symbol, name, nameZh, exchange, series } = listing
    return {
      ...{ listing: symbol, name: inLanguage(language, name, nameZh), exchange, age: series.age.state },
      ...{ sessionsBehind: series.age.sessionsBehind, lastDue: series.age.lastDue },
      ...{ firstSession: series.firstSession, lastSettled: series.lastSettledSession, due, stored },
      ...{ open: missing.open, halt: missing.halt, notListed: missing.notListed, feedGap: missing.feedGap },
      ...{ unexplained: missing.unexplained, revisions, held: quarantine.held },
      ...{ source: series.source?.name ?? null, fetched: series.fetchedAt },
      ...{ lastAttempt: lastAttempt?.at ?? null, lastOutcome: lastAttempt?.outcome ?? null },
    }
  })
  const names = [
    ...(['listing', 'name', 'exchange', 'age', 'sessionsBehind', 'lastDue', 'firstSession', 'lastSettled'] as const),
    ...(['due', 'stored', 'open', 'halt', 'notListed', 'feedGap', 'unexplained', 'revisions', 'held'] as const),
    ...(['source', 'fetched', 'lastAttempt', 'lastOutcome'] as const),
  ] as const
  return { about: aboutOf('named in each row', now), columns: columnsOf(names, rows) }
}

/** The series of revenue, share counts and rates, a row each. */
export function othersTable(
  { revenue, shares, rates }: Pick<SeriesListView, 'revenue' | 'shares' | 'rates'>,
  language: Language,
  now: string,
): CsvTable {
  const rows = [
    ...revenue.map(({ name, nameZh, currency, quarters, first, last, source, fetchedAt }) => ({
      ...{
        series: 'revenue',
        subject: inLanguage(language, name, nameZh),
        unit: currency,
        rows: quarters,
        first,
        last,
      },
      ...{ source: source.name, fetched: fetchedAt },
    })),
    ...shares.map(({ name, nameZh, counts, first, last, source, fetchedAt }) => ({
      ...{ series: 'shares', subject: inLanguage(language, name, nameZh), unit: 'shares', rows: counts, first, last },
      ...{ source: source.name, fetched: fetchedAt },
    })),
    ...rates.map(({ base, quote, days, first, last, source, fetchedAt }) => ({
      ...{ series: 'rates', subject: `${base}/${quote}`, unit: `${quote} for one ${base}`, rows: days, first, last },
      ...{ source: source.name, fetched: fetchedAt },
    })),
  ]
  const names = ['series', 'subject', 'unit', 'rows', 'first', 'last', 'source', 'fetched'] as const
  return { about: aboutOf('named in each row', now), columns: columnsOf(names, rows) }
}

/** How far the calendar of each exchange reaches. */
export function calendarsTable(items: readonly CalendarRow[], language: Language, now: string): CsvTable {
  const rows = items.map(({ name, nameZh, ...row }) => ({ ...row, exchange: inLanguage(language, name, nameZh) }))
  return {
    about: aboutOf('the calendars that ship in the box', now),
    columns: columnsOf(['mic', 'exchange', 'knownFrom', 'knownUntil', 'daysLeft'], rows),
  }
}

/** The public feeds and what they did lately. */
export function feedsTable(items: readonly FeedView[], now: string): CsvTable {
  const names = [
    ...(['id', 'name', 'state', 'lastAttemptAt', 'lastSuccessAt', 'failuresInARow', 'attemptsLastDay'] as const),
    ...(['breaker', 'openUntil', 'notBefore', 'lastErrorClass', 'lastError', 'terms'] as const),
  ] as const
  return { about: aboutOf('this server’s record of its requests', now), columns: columnsOf(names, items) }
}

/** The newest refreshes. */
export function runsTable(items: readonly RunView[], now: string): CsvTable {
  const names = [
    ...(['id', 'job', 'trigger', 'outcome', 'startedAt', 'finishedAt', 'added', 'changed', 'unchanged'] as const),
    ...(['held', 'failures'] as const),
  ] as const
  return { about: aboutOf('this server’s record of its refreshes', now), columns: columnsOf(names, items) }
}
