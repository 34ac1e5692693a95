import { type Query, queryValue } from '@/app/_ui/url'
import { longestWindow, shortestWindow, usualWindow } from '@/lib/api/indicators/parameters'

export const adjustments = ['split', 'raw', 'total'] as const
export type Adjustment = (typeof adjustments)[number]

export const ranges = ['3m', '6m', '1y', 'all'] as const
export type Range = (typeof ranges)[number]

export const styles = ['candles', 'line'] as const
export type Style = (typeof styles)[number]

export const scales = ['linear', 'log'] as const
export type Scale = (typeof scales)[number]

const months: Readonly<Record<Range, number | null>> = { '3m': 3, '6m': 6, '1y': 12, all: null }

/** Windows that the page offers; the URL may ask for any other. */
export const windows = [20, 60, 120, 250] as const

/** Sessions on a page of the table. */
export const rowsOnPage = 30

/** What was expected of a parameter that cannot be used. */
export type Expected =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'symbol' }

/** A parameter that cannot be used; its default stands in its place. */
export interface WrongValue {
  readonly name: string
  readonly value: string
  readonly expected: Expected
}

/** The view of a listing's page that a query asks for, and what of it could not be meant. */
export interface ListingQuery {
  readonly adjust: Adjustment
  readonly range: Range
  readonly style: Style
  readonly scale: Scale
  readonly window: number
  readonly against: string | undefined
  /** Page of the table, from 1. */
  readonly page: number
  readonly results: boolean
  readonly wrong: readonly WrongValue[]
}

/** Reads the parameters of a listing's page; others are passed over. `asOf` is read by `pageMoment`. */
export function readListingQuery(query: Query): ListingQuery {
  const wrong: WrongValue[] = []
  const word = <Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word => {
    const value = queryValue(query, name)
    const known = words.find((one) => one === value)
    if (value !== undefined && known === undefined) wrong.push({ name, value, expected: { kind: 'words', words } })
    return known ?? words[0]
  }
  const count = (name: string, least: number, most: number, usual: number): number => {
    const value = queryValue(query, name)
    if (value === undefined) return usual
    const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    wrong.push({ name, value, expected: { kind: 'number', least, most } })
    return usual
  }
  return {
    adjust: word('adjust', adjustments),
    range: word('range', ['all', '3m', '6m', '1y']),
    style: word('style', styles),
    scale: word('scale', scales),
    window: count('window', shortestWindow, longestWindow, usualWindow),
    against: queryValue(query, 'against'),
    page: count('page', 1, 999_999, 1),
    results: word('results', ['hidden', 'shown']) === 'shown',
    wrong,
  }
}

/** The first session of a range that ends with `last`: the same day some months before; null where the range is all. */
export function rangeStart(range: Range, last: string): string | null {
  const back = months[range]
  return back === null || last === '' ? null : monthsBefore(last, back)
}

/** The same day of the month, `months` earlier; a day that its month does not have stays as it is, for comparing. */
export function monthsBefore(date: string, back: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - back
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${date.slice(8)}`
}
