import { Decimal } from 'decimal.js'
import { Exact } from './exact'
import { around, type Interval } from './interval'

/**
 * Half a unit of the last digit of a decimal text that is not zero: how far a rounded figure can be from the true one. Zeros at the end of a whole
 * number are taken for rounding, so the answer is rather too wide than too narrow. 0 for zero.
 */
export function halfUnitOf(text: string): Decimal {
  const value = new Exact(text)
  if (value.isZero()) return new Exact(0)
  const [digits = '', exponent = '0'] = value.abs().toExponential().split('e')
  const places = digits.length > 1 ? digits.length - 2 : 0
  return new Exact(10).pow(Number(exponent) - places).div(2)
}

/** A figure as it was said: `said` (a decimal) to so many decimal places. */
export interface SaidFigure {
  readonly said: string
  readonly decimals: number
}

/** Half a unit of the last place that was said. */
const halfPlace = (decimals: number) => new Exact(10).pow(-decimals).div(2)

/** The values that round (halves away from zero) to what was said; the end away from zero rounds to the next one and is itself not among them. */
export function statedInterval({ said, decimals }: SaidFigure): Interval {
  return around(new Exact(said), halfPlace(decimals))
}

/** Whether any value of `computed` rounds to what was said. */
export function roundsTo(computed: Interval, figure: SaidFigure): boolean {
  const { low, high } = statedInterval(figure)
  const said = new Exact(figure.said)
  const reaches = said.lte(0) ? computed.high.gt(low) : computed.high.gte(low)
  const begins = said.gte(0) ? computed.low.lt(high) : computed.low.lte(high)
  return reaches && begins
}

/** What a computed figure with its interval says of a stated one: equal to the last digit, equal once rounded, or neither. */
export function roundingVerdict(
  value: Decimal,
  computed: Interval,
  figure: SaidFigure,
): 'holds' | 'holds-within-rounding' | 'does-not-hold' {
  if (value.eq(new Decimal(figure.said))) return 'holds'
  return roundsTo(computed, figure) ? 'holds-within-rounding' : 'does-not-hold'
}
