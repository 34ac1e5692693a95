import { rulesData } from '@/app/_data/rules'
import { hitsPicture, rulesPicture } from '@/app/_picture/of/signals'
import { signalsTexts } from '@/app/_ui/messages/signals'
import { got } from '../problems'
import { hitsTable, rulesTable } from '../tables/signals'
import type { View } from '../view'

/** The rules and, when the query names one, each time that it would have fired. */
export const openRules: View = async ({ query, language, now }) => {
  const { items, rule, backtest, wrong } = await rulesData(query, now)
  const { expected } = signalsTexts.en.filter
  const moment = { at: now, asOf: null, problem: null }
  const rules = { rules: () => rulesTable(items, language, moment) }
  return {
    path: '/signals/rules',
    name: rule === null ? ['rules'] : ['rules', rule.slug],
    moment,
    problems: wrong.map(({ name, value }) => ({ name, detail: `expected ${expected[name]}, ${got(value)}` })),
    tables: backtest === null ? rules : { hits: () => hitsTable(backtest, language, moment), ...rules },
    picture: (look) =>
      rule === null || backtest === null
        ? rulesPicture(items, now.toISOString(), look)
        : hitsPicture(rule, backtest, now.toISOString(), look),
  }
}
