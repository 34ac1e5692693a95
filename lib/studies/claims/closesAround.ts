import { Exact } from '@/lib/analytics/claims/exact'
import { growthOf } from '@/lib/analytics/claims/growth'
import { dayZeroOf } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import type { Queryable } from '@/lib/store/connection/sql'
import type { StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import type { Listing } from '@/lib/store/listing/list'
import type { ClaimInput } from './result'
import { closeInput, settledCloses } from './settledCloses'

/** Closes of a listing around an event's day 0 on its exchange, split-adjusted decimals in its currency. */
export interface ClosesAround {
  readonly before: { readonly session: string; readonly close: string }
  readonly dayZero: { readonly session: string; readonly close: string }
  /** The session after day 0; null when it was not settled yet. */
  readonly after: { readonly session: string; readonly close: string } | null
  /** Percent, from the close before to that of day 0. */
  readonly change: string
  readonly inputs: readonly ClaimInput[]
}

/** The closes before, on and after day 0 of an event as known at a moment; null when those up to day 0 are not stored, or there is no day 0. */
export async function closesAround(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic' | 'symbol' | 'currency'>,
  event: StoredEvent,
  moment: Date,
): Promise<ClosesAround | null> {
  const { session } = isMic(listing.mic) ? dayZeroOf(eventTimeOf(event), listing.mic) : { session: null }
  const bars = await settledCloses(sql, listing, moment)
  const at = session === null ? -1 : bars.session.indexOf(session)
  const bar = (index: number) => {
    const [date, close] = [bars.session[index], bars.close[index]]
    return date === undefined || close === undefined ? null : { session: date, close }
  }
  const [before, dayZero, after] = [bar(at - 1), bar(at), bar(at + 1)]
  if (at < 1 || before === null || dayZero === null) return null
  const inputs = [at - 1, at, at + 1].map((index) => closeInput(bars, index, listing)).filter((input) => input !== null)
  const change = growthOf(new Exact(before.close), new Exact(dayZero.close), 'percent-more')
    .toDecimalPlaces(6)
    .toFixed()
  return { before, dayZero, after, change, inputs }
}
