const label = /^(FY)?(\d{4})-Q([1-4])$/

/** The label of the same quarter a year earlier: `2025-Q2` gives `2024-Q2`, `FY2026-Q4` gives `FY2025-Q4`; null for another text. */
export function yearEarlier(of: string): string | null {
  const match = label.exec(of)
  if (!match) return null
  return `${match[1] ?? ''}${String(Number(match[2]) - 1).padStart(4, '0')}-Q${match[3]}`
}

/**
 * Growth of each quarter on the same quarter a year earlier, as a fraction (0.5 is half as much again) rounded to 6 decimals; `values` alongside
 * `labels`, all in one currency. Null where that quarter is not among the labels or was not above zero. Throws a RangeError for unequal columns.
 */
export function yearOnYear(labels: readonly string[], values: readonly number[]): (number | null)[] {
  if (labels.length !== values.length)
    throw new RangeError(`${labels.length} labels have ${values.length} values, expected as many`)
  const byLabel = new Map(labels.map((name, index) => [name, values[index]]))
  return labels.map((name, index) => {
    const before = byLabel.get(yearEarlier(name) ?? '')
    const value = values[index]
    if (value === undefined || before === undefined || !(before > 0)) return null
    return Number((value / before - 1).toFixed(6))
  })
}
