/** Numbers in order: what the functions of this folder take. */
export type Column = ArrayLike<number>

/** Arithmetic mean of at least one number; NaN of none. Summed as differences from the first, so that the mean of equal numbers is exactly that number. */
export function mean(values: Column): number {
  if (values.length === 0) return Number.NaN
  const first = values[0] as number
  let sum = 0
  for (let i = 1; i < values.length; i++) sum += (values[i] as number) - first
  return first + sum / values.length
}

/** Sum of squared deviations from `centre`. With the mean as centre this is the second of two passes, which keeps its digits where E[x²] - E[x]² loses them. */
export function squaredDeviations(values: Column, centre: number): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const d = (values[i] as number) - centre
    sum += d * d
  }
  return sum
}

/** Standard deviation with n - 1 in the denominator; NaN of fewer than two numbers. */
export function sampleDeviation(values: Column): number {
  return values.length < 2 ? Number.NaN : Math.sqrt(squaredDeviations(values, mean(values)) / (values.length - 1))
}

/** Pearson's correlation of two columns of one length, by centred sums; NaN when one of them is constant or has fewer than two values. */
export function correlation(a: Column, b: Column): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const x = (a[i] as number) - meanA
    const y = (b[i] as number) - meanB
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return a.length < 2 || aa === 0 || bb === 0 ? Number.NaN : ab / Math.sqrt(aa * bb)
}
