import { sides } from '@/app/_board/sides'
import { adjustments, listingData, ranges } from '@/app/_data/listing'
import { pageStore } from '@/app/_data/store'
import { barsPriceView, pricePicture } from '@/app/_picture/of/prices'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { listingHref } from '@/app/_ui/url'
import type { ActionView } from '@/lib/api/actions/view'
import { barsTable } from '@/lib/api/bars/csv'
import type { CsvTable } from '@/lib/api/csv/csv'
import { findListing } from '@/lib/api/listings/find'
import type { MissingView } from '@/lib/api/missing/view'
import { revenueTable } from '@/lib/api/revenue/csv'
import { valuationTable } from '@/lib/api/valuation/csv'
import { valuationView } from '@/lib/api/valuation/view'
import { momentProblems, wordProblems } from '../problems'
import { eventsTable } from '../tables/events'
import { columnsOf, type View } from '../view'

function actionsTable(items: readonly ActionView[], at: Date): CsvTable {
  const rows = items.map((one) => ({
    ...{ exDate: one.exDate, kind: one.kind, source: one.feedName },
    numerator: one.kind === 'split' ? one.numerator : null,
    denominator: one.kind === 'split' ? one.denominator : null,
    cash: one.kind === 'dividend' ? one.cash : null,
    currency: one.kind === 'dividend' ? one.currency : null,
  }))
  return {
    about: [
      ['source', 'named in each row'],
      ['as of', at.toISOString()],
      [
        'adjustment',
        'none: a split gives numerator shares for denominator, cash is a share before any split of its day',
      ],
      ['currency', 'named in each row'],
    ],
    columns: columnsOf(['exDate', 'kind', 'numerator', 'denominator', 'cash', 'currency', 'source'], rows),
  }
}

function missingTable({ items, meta }: MissingView, at: Date): CsvTable {
  const rows = items.map(({ session, state, reason, seenAt, askedAt, askedFeeds, nullFeeds }) => ({
    ...{ session, state, reason, seenAt, askedAt },
    ...{ askedFeeds: askedFeeds.join('; '), nullFeeds: nullFeeds.join('; ') },
  }))
  return {
    about: [
      [
        'sessions',
        `${meta.due} due from ${meta.trackedFrom} to ${meta.lastDue}, ${meta.stored} stored, ${meta.missing} missing`,
      ],
      ['source', 'the calendar of the exchange against the stored bars'],
      ['as of', at.toISOString()],
      ['adjustment', 'none: these are dates'],
      ['currency', 'none'],
    ],
    columns: columnsOf(['session', 'state', 'reason', 'askedFeeds', 'nullFeeds', 'seenAt', 'askedAt'], rows),
  }
}

/** A listing: the bars of the range on the basis asked for, then its other tables. */
export const openListing: View = async ({ query, language, now }, symbol = '') => {
  await findListing(pageStore(), symbol)
  const data = await listingData(symbol, query, now)
  if (data === null) throw new Error(`${symbol} was deleted while it was read`)
  const { moment, bars, revenue, missing, events, actions } = data
  const { at } = moment
  const chart = barsPriceView(
    {
      ...{ bars, events, from: null, scale: 'linear', asOf: at.toISOString() },
      name: inLanguage(language, data.listing.name, data.listing.nameZh),
      colour: sides.find((one) => one.symbol === symbol)?.side ?? 'nvidia',
    },
    language,
  )
  return {
    path: listingHref(symbol),
    name: [symbol, data.adjust],
    moment,
    problems: [
      ...momentProblems(moment),
      ...wordProblems(query, 'adjust', adjustments),
      ...wordProblems(query, 'range', ranges),
      ...wordProblems(query, 'results', ['hidden', 'shown']),
    ],
    tables: {
      bars: () => barsTable(bars),
      ...(revenue && { revenue: () => revenueTable(revenue) }),
      ...(data.valuation && {
        valuation: async () => {
          const view = await valuationView(pageStore(), symbol, { currency: 'local' }, at)
          if (view === null) throw new Error(`${symbol} was deleted while it was read`)
          return valuationTable(view)
        },
      }),
      actions: () => actionsTable(actions, at),
      ...(missing && { missing: () => missingTable(missing, at) }),
      events: () => eventsTable(events, language, moment),
    },
    chart,
    picture: (look) => pricePicture(chart, look),
  }
}
