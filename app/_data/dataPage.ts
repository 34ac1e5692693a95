import { type Query, queryValue } from '@/app/_ui/url'
import { refreshAlarms } from '@/lib/api/alarms/view'
import { feedsView } from '@/lib/api/feeds/view'
import { calendarWarnings } from '@/lib/api/health/calendars'
import { type ListingView, listingsView } from '@/lib/api/listings/view'
import { runsView } from '@/lib/api/runs/view'
import { type PriceSeriesView, seriesListView } from '@/lib/api/series/view'
import { daysBetween } from '@/lib/market/date'
import { exchangeOf, mics } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import { settings } from '@/lib/settings'
import { pageStore } from './store'

/** How many refreshes the page can show; the first is what it shows unless the URL says otherwise. */
export const runLimits = [25, 100, 200] as const

/** A listing with what is stored of its prices. */
export interface PriceRow extends PriceSeriesView {
  readonly listing: ListingView
}

/** An exchange's calendar: the range it speaks of, and whole days from `now` (on the exchange's date) to its end, negative once it is past. */
export interface CalendarRow {
  readonly mic: string
  readonly name: string
  readonly nameZh: string
  readonly knownFrom: string
  readonly knownUntil: string
  readonly daysLeft: number
}

function calendarRows(now: Date): CalendarRow[] {
  return mics.map((mic) => {
    const { name, nameZh, knownFrom, knownUntil, timeZone } = exchangeOf(mic)
    return { mic, name, nameZh, knownFrom, knownUntil, daysLeft: daysBetween(localDate(now, timeZone), knownUntil) }
  })
}

/**
 * Everything the data page shows for a query, read in process through the views of the API. It tells of the present whatever `asOf` says. A number of
 * refreshes that cannot be had is named in `wrong`.
 */
export async function dataPageData(query: Query, now: Date) {
  const store = pageStore()
  const asked = queryValue(query, 'runs')
  const limit = runLimits.find((one) => String(one) === asked) ?? runLimits[0]
  const [listings, series, feeds, runs, alarms] = await Promise.all([
    listingsView(store, now),
    seriesListView(store, now),
    feedsView(store, now),
    runsView(store, { limit }),
    // Where nobody refreshes, nothing is late.
    settings().REFRESH ? refreshAlarms(store, now) : [],
  ])
  const pricesOf = new Map(series.prices.map((one) => [one.symbol, one]))
  const { prices: _prices, ...others } = series
  return {
    now: now.toISOString(),
    limit,
    wrong: asked !== undefined && String(limit) !== asked ? { text: asked, expected: runLimits.join(', ') } : null,
    prices: listings.items.flatMap((listing): PriceRow[] => {
      const one = pricesOf.get(listing.symbol)
      return one ? [{ ...one, listing }] : []
    }),
    ...others,
    feeds: feeds.items,
    alarms: alarms.map(({ lastSuccessAt, ...alarm }) => ({
      ...alarm,
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    })),
    runs: runs.items,
    calendars: calendarRows(now),
    warned: calendarWarnings(now).map(({ mic }) => mic),
  }
}
