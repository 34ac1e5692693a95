import { finites } from '@/lib/analytics/edge'
import { type Drawdown, datedDrawdown, drawdowns } from '@/lib/analytics/indicators/drawdown'
import { rollingBeta } from '@/lib/analytics/indicators/rollingBeta'
import { rollingCorrelation } from '@/lib/analytics/indicators/rollingCorrelation'
import { realisedVolatility, tradingDaysAYear } from '@/lib/analytics/indicators/volatility'
import { isRefusal, type Refusal, refuse } from '@/lib/analytics/refusal'
import { returnsOf } from '@/lib/analytics/returns'
import { spread } from '../case/presentRows'
import { joinSessions, type SessionRule } from './sessionRule'

/** Settled closes, ascending by session, on one basis and in one currency. */
export interface Closes {
  readonly session: readonly string[]
  readonly close: readonly number[]
}

type Column = readonly (number | null)[]

/** Drawdown and volatility of one series, columns alongside its sessions; fractions. */
export interface OwnColumns {
  /** Highest close up to each session. */
  readonly high: readonly number[]
  readonly drawdown: Column
  readonly volatility: Column
  /** The deepest fall of all; null for a series that never fell. */
  readonly deepest: Drawdown<string> | null
}

/** A statistic of a series beside another, columns alongside its own sessions: null where nothing stands beside one, or as long as there are too few. */
export interface BesideColumns {
  readonly session: readonly (string | null)[]
  readonly close: Column
  readonly value: Column
}

function runningMaximum(values: readonly number[]): number[] {
  let high = Number.NEGATIVE_INFINITY
  return values.map((value) => {
    high = Math.max(high, value)
    return high
  })
}

/**
 * Drawdown from the highest close since the first session, and the realised volatility of the last `window` log returns, annualised by √252. Throws a
 * RangeError for a window under 2 or a close not above zero.
 */
export function ownColumns({ session, close }: Closes, window: number): OwnColumns {
  const returns = returnsOf(close, 'log')
  const at = session.slice(1).map((_, i) => i + 1)
  return {
    high: runningMaximum(close),
    drawdown: finites(drawdowns(close)),
    volatility: spread(session.length, at, realisedVolatility(returns, window, tradingDaysAYear)),
    deepest: datedDrawdown(session, close),
  }
}

const statistics = { beta: rollingBeta, correlation: rollingCorrelation }

/**
 * Rolling beta or correlation over the last `window` log returns of `own` and of what stands beside it by `rule`. Sessions are joined first and returns
 * counted between joined ones, so that both returns of a row span the same time. Refuses with `too-few-sessions`; errors as `ownColumns`.
 */
export function besideColumns(
  own: Closes,
  other: Closes,
  { rule, window, statistic }: { rule: SessionRule; window: number; statistic: keyof typeof statistics },
): BesideColumns | Refusal {
  const { first, second } = joinSessions(own.session, other.session, rule)
  if (first.length <= window) {
    return refuse(
      'too-few-sessions',
      `${first.length} sessions stand beside one another, ${window + 1} are needed for a window of ${window} returns`,
    )
  }
  const closes = first.map((i) => own.close[i] ?? Number.NaN)
  const others = second.map((i) => other.close[i] ?? Number.NaN)
  const values = statistics[statistic](returnsOf(closes, 'log'), returnsOf(others, 'log'), window)
  const { length } = own.session
  const session = new Array<string | null>(length).fill(null)
  for (const [k, i] of first.entries()) session[i] = other.session[second[k] ?? -1] ?? null
  return { session, close: spread(length, first, others), value: spread(length, first.slice(1), values) }
}

/** A column of a statistic, or nothing in every row where it was refused. */
export function columnOrNothing<Cell>(
  of: BesideColumns | Refusal,
  pick: (columns: BesideColumns) => readonly Cell[],
  length: number,
): readonly (Cell | null)[] {
  return isRefusal(of) ? new Array<null>(length).fill(null) : pick(of)
}
