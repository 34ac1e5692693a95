import { growthOf } from '@/lib/analytics/claims/growth'
import { isRefusal } from '@/lib/analytics/refusal'
import type { Store } from '@/lib/store/connection/store'
import { readRevenue } from '@/lib/store/revenue/read'
import type { RevenueSum } from './kinds'
import type { Moments, Told } from './result'
import { type SummedRevenue, sumQuarters } from './revenueSum'
import { listed, listedZh, money, percent } from './words'

const yearLater = (label: string) => label.replace(/\d{4}/, (year) => String(Number(year) + 1))

/** What became known of some revenue after the claim was judged: a restatement of it, and the same quarters a year later. Null for nothing. */
export async function revenueSince(
  store: Store,
  sum: RevenueSum,
  then: SummedRevenue,
  { now }: Moments,
): Promise<Told | null> {
  const rows = await readRevenue(store.sql, [sum.topic], now)
  const again = sumQuarters(rows, sum, now)
  const quarters = sum.quarters.map(yearLater)
  const later = sumQuarters(rows, { ...sum, quarters }, now)
  const parts: Told[] = []
  if (!isRefusal(again) && !again.value.eq(then.value)) {
    const value = money(again.value, again.currency, 0)
    parts.push({ en: `The figure was restated to ${value.en}.`, zh: `该数据已更正为${value.zh}。` })
  }
  if (!isRefusal(later) && later.currency === then.currency && then.value.gt(0)) {
    const value = money(later.value, later.currency, 0)
    const change = percent(growthOf(then.value, later.value, 'percent-more'), 1)
    parts.push({
      en: `The same quarters a year later, ${listed(quarters)}, brought ${value.en} (${change}).`,
      zh: `一年后的同期（${listedZh(quarters)}）为${value.zh}（${change}）。`,
    })
  }
  if (parts.length === 0) return null
  return { en: parts.map((part) => part.en).join(' '), zh: parts.map((part) => part.zh).join('') }
}
