/** How near a number has to be: |got - expected| ≤ max(abs, rel |expected|). */
export interface Tolerance {
  readonly rel: number
  readonly abs: number
}

/** What a comparison saw: how many leaves it compared, and a line for each that differs. */
export interface Comparison {
  readonly compared: number
  readonly differences: readonly string[]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Compares all that `expected` has (a result may say more): numbers within `tolerance`, lists of the same length, everything else equal. */
export function compare(got: unknown, expected: unknown, tolerance: Tolerance, path = 'result'): Comparison {
  const differs = (said: string) => ({ compared: 1, differences: [`${path}: ${said}`] })
  const parts = (comparisons: readonly Comparison[]) => ({
    compared: comparisons.reduce((sum, { compared }) => sum + compared, 0),
    differences: comparisons.flatMap(({ differences }) => differences),
  })
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return differs(`expected a list, got ${JSON.stringify(got)}`)
    if (got.length !== expected.length) return differs(`expected ${expected.length} entries, got ${got.length}`)
    return parts(expected.map((value, i) => compare(got[i], value, tolerance, `${path}[${i}]`)))
  }
  if (isObject(expected)) {
    if (!isObject(got)) return differs(`expected an object, got ${JSON.stringify(got)}`)
    return parts(Object.entries(expected).map(([key, value]) => compare(got[key], value, tolerance, `${path}.${key}`)))
  }
  const near =
    typeof expected === 'number' && typeof got === 'number'
      ? Math.abs(got - expected) <= Math.max(tolerance.abs, tolerance.rel * Math.abs(expected))
      : got === expected
  if (near) return { compared: 1, differences: [] }
  return differs(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
}
