function ascending(p: readonly number[]): { value: number; at: number }[] {
  for (const value of p) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`a p-value is ${value}, expected 0 to 1`)
  }
  return p.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
}

/**
 * p-values adjusted so that a threshold holds for the whole family of looks (family-wise error rate): the largest (k - i + 1) p_(i) up to each rank, at
 * most 1, in the order given. Source: Holm, A simple sequentially rejective multiple test procedure (1979). Throws a RangeError for a p outside 0 to 1.
 */
export function holm(p: readonly number[]): number[] {
  const out = new Array<number>(p.length)
  let largest = 0
  for (const [rank, { value, at }] of ascending(p).entries()) {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * value))
    out[at] = largest
  }
  return out
}

/**
 * p-values adjusted so that a threshold bounds the share of false discoveries: the smallest k p_(i) / i from each rank on, at most 1, in the order
 * given. Source: Benjamini and Hochberg, Controlling the false discovery rate (1995). Throws a RangeError for a p outside 0 to 1.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const out = new Array<number>(p.length)
  let smallest = 1
  for (const [back, { value, at }] of ascending(p).reverse().entries()) {
    smallest = Math.min(smallest, (value * p.length) / (p.length - back))
    out[at] = smallest
  }
  return out
}
