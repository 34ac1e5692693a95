/** A number as it leaves analytics: null instead of NaN or infinity, which JSON and charts do not have. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

/** A column as it leaves analytics. */
export function finites(values: ArrayLike<number>): (number | null)[] {
  return Array.from(values, finite)
}
