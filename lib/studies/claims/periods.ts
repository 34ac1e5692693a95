const form = /^(FY)?(\d{4})-Q([1-4])$/

interface Quarter {
  readonly fiscal: string
  /** Quarters since year 0. */
  readonly count: number
}

function quarterOf(label: string): Quarter | null {
  const match = form.exec(label)
  return match && { fiscal: match[1] ?? '', count: Number(match[2]) * 4 + Number(match[3]) - 1 }
}

const labelOf = (fiscal: string, count: number) =>
  `${fiscal}${String(Math.floor(count / 4)).padStart(4, '0')}-Q${(count % 4) + 1}`

/** The label of the quarter after one; empty for what is no quarter. */
export function quarterAfter(label: string): string {
  const quarter = quarterOf(label)
  return quarter ? labelOf(quarter.fiscal, quarter.count + 1) : ''
}

/**
 * The labels of every quarter (`length` 1), half-year (2) or year (4) from `first` on that is over before the quarter `end` begins, one after the other.
 * None for another length, or for what are no quarters of one kind.
 */
export function periodsFrom(first: string, end: string, length: number): string[][] {
  const [from, to] = [quarterOf(first), quarterOf(end)]
  if (!from || !to || from.fiscal !== to.fiscal || 4 % length !== 0) return []
  const out: string[][] = []
  for (let start = Math.ceil(from.count / length) * length; start + length <= to.count; start += length) {
    out.push(Array.from({ length }, (_, i) => labelOf(from.fiscal, start + i)))
  }
  return out
}
