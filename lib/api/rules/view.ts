import { signalKind } from '@/lib/signals/kinds'
import type { Store } from '@/lib/store/connection/store'
import { listRules, type RuleFilter, type StoredRule } from '@/lib/store/rule/list'
import { isRuleKind } from '@/lib/store/rule/parameters'
import { type RuleSignals, signalsOfRules } from '@/lib/store/signal/ofRules'
import type { RulesView, RuleView } from './schema'

export type { BacktestView, RulesView, RuleView } from './schema'

function viewOf(rule: StoredRule, told: RuleSignals | undefined): RuleView[] {
  const { id: _, updatedAt: __, kind, parameters, listings, ...rest } = rule
  if (!isRuleKind(kind)) return []
  const described = signalKind(kind)?.describe(parameters)
  return [
    {
      ...rest,
      kind,
      parameters: { ...(parameters as Record<string, unknown>) },
      description: described?.en ?? 'its parameters do not fit its kind',
      descriptionZh: described?.zh ?? '参数与其类型不符',
      listings: [...listings],
      signals: told?.count ?? 0,
      lastKnownAt: told?.lastKnownAt.toISOString() ?? null,
    },
  ]
}

/** Rules in display order with what they have told by `asOf`; the published ones when no states are given. */
export async function rulesView(store: Store, filter: RuleFilter, asOf: Date): Promise<RulesView> {
  const [rules, told] = await Promise.all([listRules(store.sql, filter), signalsOfRules(store.sql, asOf)])
  return {
    items: rules.flatMap((rule) =>
      viewOf(
        rule,
        told.find((one) => one.rule === rule.slug),
      ),
    ),
  }
}
