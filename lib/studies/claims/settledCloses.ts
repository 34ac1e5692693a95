import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import { listingSeries } from '../listingSeries'

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
