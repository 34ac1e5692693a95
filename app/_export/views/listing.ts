import { sides } from '@/app/_board/sides'
import { listingData } from '@/app/_data/listing'
import { type Expected, rangeStart } from '@/app/_data/listingQuery'
import { pageStore } from '@/app/_data/store'
import { barsPriceView, pricePicture } from '@/app/_picture/of/prices'
import { inLanguage } from '@/app/_ui/i18n/texts'
import { listingHref } from '@/app/_ui/url'
import { barsTable } from '@/lib/api/bars/csv'
import type { BarsView } from '@/lib/api/bars/view'
import { indicatorsTable } from '@/lib/api/indicators/csv'
import { findListing } from '@/lib/api/listings/find'
import { revenueTable } from '@/lib/api/revenue/csv'
import { valuationTable } from '@/lib/api/valuation/csv'
import { valuationView } from '@/lib/api/valuation/view'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { got, momentProblems, oneOf } from '../problems'
import { eventsTable } from '../tables/events'
import { actionsTable, missingTable } from '../tables/listing'
import type { View } from '../view'

function expectedText(expected: Expected): string {
  if (expected.kind === 'words') return oneOf(expected.words)
  if (expected.kind === 'symbol') return 'expected the symbol of another listing'
  return `expected a whole number from ${expected.least} to ${expected.most}`
}

/** The bars from a session on; all for null. */
function barsFrom(bars: BarsView, from: string | null): BarsView {
  const first = from === null ? 0 : indexAtOrAfter(bars.session, from)
  const { meta, ...columns } = bars
  return {
    session: columns.session.slice(first),
    open: columns.open.slice(first),
    high: columns.high.slice(first),
    low: columns.low.slice(first),
    close: columns.close.slice(first),
    volume: columns.volume.slice(first),
    settled: columns.settled.slice(first),
    meta: { ...meta, rows: columns.session.length - first },
  }
}

/** A listing: the bars of the range on the basis asked for, then its other tables. */
export const openListing: View = async ({ query, language, now }, symbol = '') => {
  await findListing(pageStore(), symbol)
  const data = await listingData(symbol, query, now)
  if (data === null) throw new Error(`${symbol} was deleted while it was read`)
  const { moment, bars, revenue, missing, events, actions, listing, valuation } = data
  const { at } = moment
  const from = rangeStart(data.range, bars.session.at(-1) ?? '')
  const chart = barsPriceView(
    {
      ...{ bars, events, from, scale: data.scale, style: data.style, asOf: at.toISOString() },
      name: inLanguage(language, listing.name, listing.nameZh),
      colour: sides.find((one) => one.symbol === symbol)?.side ?? 'line-3',
    },
    language,
  )
  return {
    path: listingHref(symbol),
    name: [symbol, data.adjust],
    moment,
    problems: [
      ...momentProblems(moment),
      ...data.wrong.map(({ name, value, expected }) => ({ name, detail: `${expectedText(expected)}, ${got(value)}` })),
    ],
    tables: {
      bars: () => barsTable(barsFrom(bars, from)),
      indicators: () => indicatorsTable(data.indicators),
      ...(revenue && { revenue: () => revenueTable(revenue) }),
      ...(valuation && {
        valuation: async () => {
          const view = await valuationView(pageStore(), symbol, { currency: 'local' }, at)
          if (view === null) throw new Error(`${symbol} was deleted while it was read`)
          return valuationTable(view)
        },
      }),
      actions: () => actionsTable(actions, at),
      missing: () => missingTable(missing, at),
      events: () => eventsTable(events, language, moment),
    },
    chart,
    picture: (look) => pricePicture(chart, look),
  }
}
