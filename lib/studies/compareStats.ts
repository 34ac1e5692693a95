import { type Drawdown, datedDrawdown } from '@/lib/analytics/indicators/drawdown'
import { realisedVolatility } from '@/lib/analytics/indicators/volatility'
import { returnsOf } from '@/lib/analytics/returns'

/** What a rebased series did since its base, all from its values alone. */
export interface CompareStats {
  readonly lastSession: string
  readonly lastValue: number
  /** lastValue / 100 - 1. */
  readonly change: number
  /** The deepest fall from a high since the base; null when it never fell. */
  readonly drawdown: Drawdown<string> | null
  /** Standard deviation of the daily log returns since the base times √252, a fraction a year; null with fewer than two returns. */
  readonly volatility: number | null
  /** How many returns that is of. */
  readonly returns: number
}

/** The measures of the values from the base on, which is the first; null for none. `value` is 100 at the base, `session` alongside. */
export function statsSince(session: readonly string[], value: readonly number[]): CompareStats | null {
  const [lastSession, lastValue] = [session.at(-1), value.at(-1)]
  if (lastSession === undefined || lastValue === undefined) return null
  const returns = returnsOf(value, 'log')
  return {
    lastSession,
    lastValue,
    change: lastValue / 100 - 1,
    drawdown: datedDrawdown(session, value),
    volatility: returns.length < 2 ? null : (realisedVolatility(returns, returns.length).at(-1) ?? null),
    returns: returns.length,
  }
}
