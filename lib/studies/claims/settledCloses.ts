import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { listingSeries } from '../listingSeries'
import type { ClaimInput } from './result'
import { same } from './words'

/** Settled closes of a listing, ascending by session: split-adjusted decimals in its currency, with feed and moment of each. */
export interface SettledCloses {
  readonly session: string[]
  readonly close: string[]
  readonly feed: string[]
  readonly asOf: Date[]
}

/** The settled closes of a listing as known at a moment, with the splits that had happened then. */
export async function settledCloses(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic'>,
  moment: Date,
): Promise<SettledCloses> {
  const { bars } = await listingSeries(sql, listing, { basis: 'split' }, moment)
  const kept = <T>(column: readonly T[]) => column.filter((_, i) => bars.settled[i])
  return { session: kept(bars.session), close: kept(bars.close), feed: kept(bars.feed), asOf: kept(bars.asOf) }
}

/** The close at an index as an input; null outside the series. */
export function closeInput(
  bars: SettledCloses,
  index: number,
  { symbol, currency }: Pick<Listing, 'symbol' | 'currency'>,
): ClaimInput | null {
  const [session, value] = [bars.session[index], bars.close[index]]
  if (session === undefined || value === undefined) return null
  return {
    name: { en: `Close of ${symbol}, split-adjusted`, zh: `${symbol} 收盘价，按拆股调整` },
    ...{ value, unit: same(currency), period: session },
    ...{ feed: bars.feed[index] ?? null, document: null, asOf: bars.asOf[index] ?? null },
  }
}
