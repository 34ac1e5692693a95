import { monthsBefore } from '@/app/_data/listingQuery'
import { indexAtOrAfter, indexAtOrBefore } from '@/lib/market/dateIndex'

/** Settled closes of a listing on one basis, ascending by session. */
export interface Closes {
  readonly session: readonly string[]
  readonly close: readonly number[]
}

/** A change between two closes, a fraction, and their sessions. */
export interface CloseChange {
  readonly change: number
  readonly from: string
  readonly to: string
}

/** The change of the last close against the one `months` before: of the same day of that month, or the last session before it. Null where the series is shorter. */
export function changeOver({ session, close }: Closes, months: number): CloseChange | null {
  const to = session.at(-1)
  if (to === undefined) return null
  const at = indexAtOrBefore(session, monthsBefore(to, months))
  const [from, base, last] = [session[at], close[at], close.at(-1)]
  return from === undefined || base === undefined || last === undefined ? null : { change: last / base - 1, from, to }
}

/** The lowest and the highest close of the twelve months up to the last session; null without a session. */
export function yearRange({ session, close }: Closes): { readonly low: number; readonly high: number } | null {
  const last = session.at(-1)
  if (last === undefined) return null
  const year = close.slice(indexAtOrAfter(session, monthsBefore(last, 12)))
  return { low: Math.min(...year), high: Math.max(...year) }
}

/** The last value of a column with its session; null where there is none. */
export function lastOf(
  session: readonly string[],
  column: readonly (number | null)[],
): { readonly session: string; readonly value: number } | null {
  for (let i = column.length - 1; i >= 0; i--) {
    const [date, value] = [session[i], column[i]]
    if (date !== undefined && value !== null && value !== undefined) return { session: date, value }
  }
  return null
}
