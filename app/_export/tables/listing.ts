import type { ActionView } from '@/lib/api/actions/view'
import type { CsvTable } from '@/lib/api/csv/csv'
import type { MissingView } from '@/lib/api/missing/view'
import { columnsOf } from '../view'

/** Splits and cash dividends of a listing, ascending by ex-date. */
export function actionsTable(items: readonly ActionView[], at: Date): CsvTable {
  const rows = items.map((one) => ({
    ...{ exDate: one.exDate, kind: one.kind, source: one.feedName },
    numerator: one.kind === 'split' ? one.numerator : null,
    denominator: one.kind === 'split' ? one.denominator : null,
    cash: one.kind === 'dividend' ? one.cash : null,
    currency: one.kind === 'dividend' ? one.currency : null,
  }))
  const names = ['exDate', 'kind', 'numerator', 'denominator', 'cash', 'currency', 'source'] as const
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      [
        'adjustment',
        'none: a split gives numerator shares for denominator; cash is a share before a split of that day',
      ],
      ['currency', 'named in each row'],
    ],
    columns: columnsOf(names, rows),
  }
}

/** The sessions that are due and have no bar, and why. */
export function missingTable({ items, meta }: MissingView, at: Date): CsvTable {
  const rows = items.map(({ session, state, reason, seenAt, askedAt, askedFeeds, nullFeeds }) => ({
    ...{ session, state, reason, seenAt, askedAt },
    ...{ askedFeeds: askedFeeds.join('; '), nullFeeds: nullFeeds.join('; ') },
  }))
  const { due, stored, missing, trackedFrom, lastDue } = meta
  return {
    about: [
      ['sessions', `${due} due from ${trackedFrom} to ${lastDue}: ${stored} stored, ${missing} missing`],
      ['source', 'the calendar of the exchange against the stored bars'],
      ['as of', at.toISOString()],
      ['adjustment', 'none: these are dates'],
      ['currency', 'none'],
    ],
    columns: columnsOf(['session', 'state', 'reason', 'askedFeeds', 'nullFeeds', 'seenAt', 'askedAt'], rows),
  }
}
