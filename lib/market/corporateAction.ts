import { dateParts, type TradingDate } from './date'
import { decimalDigits, type Fraction, multiply, one } from './decimalText'

/**
 * A split or bonus issue (shares after for shares before), or a cash dividend a share as it was BEFORE any split of
 * the same day, in the listing's currency.
 */
export type Action =
  | { readonly exDate: TradingDate; readonly kind: 'split'; readonly numerator: number; readonly denominator: number }
  | { readonly exDate: TradingDate; readonly kind: 'dividend'; readonly cash: string }

/** All actions of one ex-date. */
export interface ExDay {
  readonly exDate: TradingDate
  /** Product of the day's split ratios, 1 without one. */
  readonly ratio: Fraction
  /** The day's dividends, each a decimal. */
  readonly cash: readonly string[]
}

function ratioOf(action: Extract<Action, { kind: 'split' }>): Fraction {
  const { numerator, denominator, exDate } = action
  const whole = (n: number) => Number.isSafeInteger(n) && n > 0
  if (!whole(numerator) || !whole(denominator)) {
    throw new RangeError(`the split of ${exDate} is ${numerator}/${denominator}, expected positive whole numbers`)
  }
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

/**
 * The actions grouped by ex-date, ascending. Throws a RangeError for a bad date, a ratio not of positive whole
 * numbers, or cash that is no decimal.
 */
export function exDays(actions: readonly Action[]): ExDay[] {
  const days = new Map<TradingDate, ExDay>()
  for (const action of actions) {
    dateParts(action.exDate)
    const day = days.get(action.exDate) ?? { exDate: action.exDate, ratio: one, cash: [] }
    if (action.kind === 'split') days.set(action.exDate, { ...day, ratio: multiply(day.ratio, ratioOf(action)) })
    else {
      decimalDigits(action.cash)
      days.set(action.exDate, { ...day, cash: [...day.cash, action.cash] })
    }
  }
  return [...days.values()].sort((a, b) => (a.exDate < b.exDate ? -1 : 1))
}
