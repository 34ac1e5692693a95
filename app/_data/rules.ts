import { type Query, queryValue } from '@/app/_ui/url'
import { storedBacktest } from '@/lib/api/rules/storedBacktest'
import { rulesView } from '@/lib/api/rules/view'
import { isTradingDate } from '@/lib/market/date'
import { pageStore } from './store'

/** A parameter that cannot be used; the page leaves it out. */
export interface WrongRuleValue {
  readonly name: 'rule' | 'from' | 'to'
  readonly value: string
}

/**
 * The published rules and, when the query names one, what it would have found over the stored history: always as known at `now`, because a back-test looks at all of it.
 * What of the query cannot be used is in `wrong`, and left out.
 */
export async function rulesData(query: Query, now: Date) {
  const store = pageStore()
  const { items } = await rulesView(store, {}, now)
  const wrong: WrongRuleValue[] = []
  const dates: { from?: string; to?: string } = {}
  for (const name of ['from', 'to'] as const) {
    const value = queryValue(query, name)
    if (value === undefined) continue
    if (isTradingDate(value)) dates[name] = value
    else wrong.push({ name, value })
  }
  const slug = queryValue(query, 'rule')
  const rule = items.find((one) => one.slug === slug) ?? null
  if (slug !== undefined && rule === null) wrong.push({ name: 'rule', value: slug })
  return { items, rule, dates, wrong, backtest: rule && (await storedBacktest(store, rule.slug, dates, now)) }
}
