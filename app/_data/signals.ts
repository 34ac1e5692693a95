import { type Query, queryValue } from '@/app/_ui/url'
import { listingsView } from '@/lib/api/listings/view'
import { rulesView } from '@/lib/api/rules/view'
import { signalsView } from '@/lib/api/signals/view'
import { isTradingDate } from '@/lib/market/date'
import type { SignalFilter } from '@/lib/store/signal/list'
import { pageMoment } from './moment'
import { pageStore } from './store'

/** Signals on one page of the list. */
export const signalsOnPage = 50

/** The parameters of the list of signals. */
export const signalFilters = ['listing', 'rule', 'from', 'to', 'page'] as const
export type SignalFilterName = (typeof signalFilters)[number]

/** A parameter that cannot be used; the page leaves it out. */
export interface WrongSignalFilter {
  readonly name: SignalFilterName
  readonly value: string
}

/** The latest signals, of a listing when given: what a panel shows. */
export async function latestSignals(at: Date, count: number, listing?: string) {
  const filter = { asOf: at, ...(listing === undefined ? {} : { listing }) }
  return signalsView(pageStore(), filter, { page: 1, limit: count })
}

function pageAsked(query: Query): number | null {
  const asked = queryValue(query, 'page') ?? '1'
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : null
}

/**
 * What the list of signals shows for a query, read in process through the views of the API. What of the query cannot be used is in `wrong`, and left out. `limit` is how
 * many a page holds.
 */
export async function signalsData(query: Query, now: Date, limit = signalsOnPage) {
  const store = pageStore()
  const moment = pageMoment(query, now)
  const [{ items: rules }, { items: listings }] = await Promise.all([
    rulesView(store, {}, moment.at),
    listingsView(store, moment.at),
  ])
  const allowed: Readonly<Record<'listing' | 'rule' | 'from' | 'to', (value: string) => boolean>> = {
    listing: (value) => listings.some(({ symbol }) => symbol === value),
    rule: (value) => rules.some(({ slug }) => slug === value),
    from: isTradingDate,
    to: isTradingDate,
  }
  const wrong: WrongSignalFilter[] = []
  const filter: Partial<Record<keyof typeof allowed, string>> = {}
  for (const name of ['listing', 'rule', 'from', 'to'] as const) {
    const value = queryValue(query, name)
    if (value === undefined) continue
    if (allowed[name](value)) filter[name] = value
    else wrong.push({ name, value })
  }
  const asked = pageAsked(query)
  const wanted: SignalFilter = { ...filter, asOf: moment.at }
  const view = await signalsView(store, wanted, { page: asked ?? 1, limit })
  const beyond = view.page > view.pages
  if (asked === null || beyond) wrong.push({ name: 'page', value: queryValue(query, 'page') ?? '' })
  return {
    moment,
    filter,
    wrong,
    rules,
    listings,
    ...(beyond ? await signalsView(store, wanted, { page: 1, limit }) : view),
  }
}
