import type { Basis } from '@/lib/market/adjustment'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import { firstSettledSessions } from '@/lib/store/bar/first'
import type { Store } from '@/lib/store/connection/store'
import type { Listing } from '@/lib/store/listing/list'
import type { Answer } from '../answers/answer'
import { barsAnswer } from '../bars/answer'
import { barsView } from '../bars/view'
import type { YearsView } from './schema'

export type { YearsView } from './schema'

/** A year of a series that is over and settled throughout. */
export interface SettledYear {
  readonly answer: Answer
  readonly from: string
  readonly to: string
  readonly rows: number
}

const rangeOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** The address of a settled year; `version` is the digest of its bytes. */
export function yearPath(symbol: string, year: number, adjust: Basis, version: string): string {
  const query = new URLSearchParams({ ...(adjust === 'raw' ? {} : { adjust }), v: version })
  return `/api/v1/listings/${encodeURIComponent(symbol)}/bars/${year}?${query}`
}

/** The year that is under way at a listing's exchange. */
function presentYear(mic: string, now: Date): number {
  return Number(localDate(now, isMic(mic) ? exchangeOf(mic).timeZone : 'UTC').slice(0, 4))
}

/** The bars of a year that is over and settled throughout; null for every other. */
export async function settledYear(
  store: Store,
  { symbol, mic }: Pick<Listing, 'symbol' | 'mic'>,
  { year, adjust }: { readonly year: number; readonly adjust: Basis },
  now: Date,
): Promise<SettledYear | null> {
  if (year >= presentYear(mic, now)) return null
  const wanted = { adjust, ...rangeOf(year) }
  const [answer, view] = [await barsAnswer(store, symbol, wanted, now), await barsView(store, symbol, wanted, now)]
  const [from, to] = [view?.session[0], view?.session.at(-1)]
  if (answer === null || view === null || from === undefined || to === undefined) return null
  return view.settled.every(Boolean) ? { answer, from, to, rows: view.meta.rows } : null
}

/** The settled years of a listing from its first session on, up to the first year that is not, as they are at `now`. */
export async function yearsView(
  store: Store,
  listing: Pick<Listing, 'id' | 'symbol' | 'mic'>,
  adjust: Basis,
  now: Date,
): Promise<YearsView> {
  const { symbol } = listing
  const [first] = await firstSettledSessions(store.sql, listing.id, 1)
  const items: YearsView['items'] = []
  const begin = first === undefined ? Number.POSITIVE_INFINITY : Number(first.slice(0, 4))
  const years = Array.from({ length: Math.max(0, presentYear(listing.mic, now) - begin) }, (_, i) => begin + i)
  const found = await Promise.all(years.map((year) => settledYear(store, listing, { year, adjust }, now)))
  for (const [i, year] of years.entries()) {
    const settled = found[i]
    if (!settled) break
    const { from, to, rows, answer } = settled
    items.push({ year, from, to, rows, version: answer.digest, path: yearPath(symbol, year, adjust, answer.digest) })
  }
  const last = items.at(-1)
  const from = last === undefined ? null : `${last.year + 1}-01-01`
  const query = new URLSearchParams({ ...(adjust === 'raw' ? {} : { adjust }), ...(from === null ? {} : { from }) })
  const path = `/api/v1/listings/${encodeURIComponent(symbol)}/bars${query.size > 0 ? `?${query}` : ''}`
  return { items, rest: { from, path } }
}
