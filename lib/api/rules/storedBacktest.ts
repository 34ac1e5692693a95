import type { Store } from '@/lib/store/connection/store'
import type { RuleFilter } from '@/lib/store/rule/list'
import { isRuleKind } from '@/lib/store/rule/parameters'
import { backtestView } from './backtestView'
import { findRule } from './find'
import { recentBacktest } from './recentBacktests'
import type { BacktestView } from './schema'

/**
 * The back-test of a stored rule in one of the states (published when not given) over some days, at most a minute old. Throws the problem of a slug that is none.
 */
export async function storedBacktest(
  store: Store,
  slug: string,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
  status?: RuleFilter['status'],
): Promise<BacktestView> {
  const rule = await findRule(store, slug, undefined, status)
  const { kind, version } = rule
  if (!isRuleKind(kind)) throw new Error(`the rule "${slug}" is of no kind that is known here`)
  const key = [slug, version, from, to].join(' ')
  return recentBacktest(key, now, () => backtestView(store, { ...rule, kind }, { from, to }, now))
}
