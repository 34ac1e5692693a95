import { addDays } from '@/lib/market/date'
import { readActions } from '@/lib/store/action/read'
import { settledFigures } from '@/lib/store/bar/settledFigures'
import type { Queryable } from '@/lib/store/connection/sql'
import type { StoredSeries } from './planBars'

/** Days that hold the 250 returns the soft rules look back on. */
const lookBackDays = 380

/** What an answer from `from` on is held against: all corporate actions, closes of settled sessions from there on, and the settled bars of the year before as well. */
export async function storedSeries(sql: Queryable, listingId: number, from: string): Promise<StoredSeries> {
  const history = await settledFigures(sql, listingId, addDays(from, -lookBackDays))
  const closes = history.filter(({ session }) => session >= from).map(({ session, close }) => ({ session, close }))
  return { actions: await readActions(sql, listingId), closes, history }
}
