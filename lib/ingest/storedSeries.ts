import type { FeedBar } from '@/lib/feeds/types'
import { addDays } from '@/lib/market/date'
import { readActions } from '@/lib/store/action/read'
import { readBars } from '@/lib/store/bar/read'
import type { Queryable } from '@/lib/store/connection/sql'
import type { StoredSeries } from './planBars'

/** Days that hold the 250 returns the soft rules look back on. */
const lookBackDays = 380

/** What an answer from `from` on is held against: all corporate actions, closes of settled sessions from there on, and the settled bars of the year before as well. */
export async function storedSeries(sql: Queryable, listingId: number, from: string): Promise<StoredSeries> {
  const bars = await readBars(sql, listingId, { from: addDays(from, -lookBackDays) })
  const history = bars.session.flatMap((session, i): FeedBar[] => {
    const [open, high, low, close] = [bars.open[i], bars.high[i], bars.low[i], bars.close[i]]
    if (!bars.settled[i] || !open || !high || !low || !close) return []
    return [{ session, open, high, low, close, volume: bars.volume[i] ?? null }]
  })
  const closes = history.filter(({ session }) => session >= from).map(({ session, close }) => ({ session, close }))
  return { actions: await readActions(sql, listingId), closes, history }
}
