import { tradingDaysAYear } from '@/lib/analytics/indicators/volatility'
import type { SessionRule } from '@/lib/studies/indicators/sessionRule'
import type { IndicatorsView } from './schema'

/** How each column is counted, with its window, in words that a reader can recompute by. */
export function formulas(window: number): IndicatorsView['meta']['formulas'] {
  return {
    drawdown: 'close / high - 1; high is the highest close since the first stored session',
    volatility: `standard deviation (n - 1) of the last ${window} log returns of close, times √${tradingDaysAYear}`,
    beta: `cov(r, m) / var(m) of the last ${window} log returns of close and of benchmarkClose, both between rows that have a benchmarkClose`,
    correlation: `Pearson’s, of the last ${window} log returns of close and of againstClose, both between rows that have an againstClose`,
  }
}

const rules: Readonly<Record<SessionRule, string>> = {
  'same-date': 'The session of the same date: both exchanges trade at the same time',
  'session-before':
    'The last session of an earlier date: it had closed before the own session opened. A session stands beside one row at most',
  'session-up-to':
    'The session of the same date, or the last one before: it had closed before the own session opened. A session stands beside one row at most',
}

/** Which session stands beside an own one, as a sentence. */
export function ruleText(rule: SessionRule): string {
  return rules[rule]
}
