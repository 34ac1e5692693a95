/** Growth as the factor on a year before, on an axis of equal steps for equal factors. */
export interface GrowthAxis {
  /** Factors at the ends, powers of two; 1 lies between them. */
  readonly low: number
  readonly high: number
  /** Factors to label: the ends and 1. */
  readonly ticks: readonly number[]
}

/** An axis on which all factors (above zero) lie, and 1. */
export function growthAxis(factors: readonly number[]): GrowthAxis {
  const logs = factors.map(Math.log2)
  const [low, high] = [2 ** Math.floor(Math.min(0, ...logs)), 2 ** Math.ceil(Math.max(0, ...logs))]
  return low === high ? { low: 0.5, high: 2, ticks: [0.5, 1, 2] } : { low, high, ticks: [...new Set([low, 1, high])] }
}
