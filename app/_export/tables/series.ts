import { inLanguage } from '@/app/_ui/i18n/texts'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { FeedView } from '@/lib/api/feeds/view'
import type { Language } from '@/lib/api/language'
import type { ListingView } from '@/lib/api/listings/view'
import type { MissingView } from '@/lib/api/missing/view'
import type { RunView } from '@/lib/api/runs/view'
import { columnsOf } from '../view'

const none = [
  ['adjustment', 'none: these are counts and moments'],
  ['currency', 'none'],
] as const

const seriesNames = [
  ...(['listing', 'name', 'exchange', 'age', 'sessionsBehind', 'lastDue', 'lastSettled', 'firstSession'] as const),
  ...(['sessions', 'missingOpen', 'missingPermanent', 'source', 'fetched', 'lastAttempt', 'lastOutcome'] as const),
] as const

/** Every price series: its ends, its age in market time, its gaps, and what the last refresh brought. `missing` alongside `items`. */
export function seriesTable(
  items: readonly ListingView[],
  missing: readonly (MissingView | null)[],
  language: Language,
  at: Date,
): CsvTable {
  const rows = items.map(({ symbol, name, nameZh, exchange, series }, i) => {
    const gaps = missing[i]?.items ?? []
    return {
      ...{ listing: symbol, name: inLanguage(language, name, nameZh), exchange },
      ...{ age: series.age.state, sessionsBehind: series.age.sessionsBehind, lastDue: series.age.lastDue },
      ...{ lastSettled: series.lastSettledSession, firstSession: series.firstSession, sessions: series.sessions },
      missingOpen: gaps.filter(({ state }) => state === 'open').length,
      missingPermanent: gaps.filter(({ state }) => state === 'permanent').length,
      ...{ source: series.source?.name ?? null, fetched: series.fetchedAt },
      ...{ lastAttempt: series.lastAttempt?.at ?? null, lastOutcome: series.lastAttempt?.outcome ?? null },
    }
  })
  return {
    about: [['source', 'named in each row'], ['as of', at.toISOString()], ...none],
    columns: columnsOf(seriesNames, rows),
  }
}

const feedNames = [
  ...(['id', 'name', 'state', 'lastAttemptAt', 'lastSuccessAt', 'failuresInARow', 'attemptsLastDay'] as const),
  ...(['breaker', 'openUntil', 'notBefore', 'lastErrorClass', 'lastError', 'terms'] as const),
] as const

/** The public feeds and what they did lately. */
export function feedsTable(items: readonly FeedView[], at: Date): CsvTable {
  return {
    about: [['source', 'this server’s record of its requests'], ['as of', at.toISOString()], ...none],
    columns: columnsOf(feedNames, items),
  }
}

const runNames = [
  ...(['id', 'job', 'trigger', 'outcome', 'startedAt', 'finishedAt', 'added', 'changed', 'unchanged', 'held'] as const),
  'failures',
] as const

/** The newest refreshes. */
export function runsTable(items: readonly RunView[], at: Date): CsvTable {
  return {
    about: [['source', 'this server’s record of its refreshes'], ['as of', at.toISOString()], ...none],
    columns: columnsOf(runNames, items),
  }
}
