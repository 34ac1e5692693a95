import { Exact } from '@/lib/analytics/claims/exact'
import { growthOf } from '@/lib/analytics/claims/growth'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Listing } from '@/lib/store/listing/list'
import type { Told } from './result'
import { settledCloses } from './settledCloses'
import { money, percent } from './words'

/** What the last close known at `now` is against that of the session `from`, splits taken out; null when there is no later one. */
export async function priceSince(
  sql: Queryable,
  listing: Pick<Listing, 'id' | 'mic' | 'currency'>,
  { from, now }: { readonly from: string; readonly now: Date },
): Promise<Told | null> {
  const bars = await settledCloses(sql, listing, now)
  const [then, session, close] = [bars.close[bars.session.indexOf(from)], bars.session.at(-1), bars.close.at(-1)]
  if (then === undefined || session === undefined || close === undefined || session <= from) return null
  const value = money(close, listing.currency, 2)
  const change = percent(growthOf(new Exact(then), new Exact(close), 'percent-more'), 1)
  return {
    en: `The last close stored is ${value.en} on ${session}, ${change} from ${from} once splits are taken out.`,
    zh: `最近一次记录的收盘价为${session}的${value.zh}，剔除拆股因素后较${from}变动${change}。`,
  }
}
