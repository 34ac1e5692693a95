/** A mark on the time axis: its number in the list and where it lies, in pixels from the left. */
export interface PlacedMark {
  readonly number: number
  readonly x: number
}

export interface Cluster {
  /** Ascending numbers of the marks that share this pill. */
  readonly numbers: readonly number[]
  /** Centre of the pill in pixels. */
  readonly x: number
}

/** A pill's text: `7`, or `5–8` for marks in a row. */
export function clusterText(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)]
  return numbers.length < 2 ? String(first ?? '') : `${first}–${last}`
}

const widthOf = (numbers: readonly number[]) => 12 + 6.5 * clusterText(numbers).length

/**
 * Joins marks whose pills would touch, until none do; a pill sits at the mean of its marks and stays within [0, width].
 * Marks must be ascending by x.
 */
export function clusterMarks(marks: readonly PlacedMark[], width: number): Cluster[] {
  type Group = { marks: PlacedMark[]; x: number; half: number }
  const group = (of: PlacedMark[]): Group => {
    const half = Math.max(20, widthOf(of.map((mark) => mark.number))) / 2
    const mean = of.reduce((sum, mark) => sum + mark.x, 0) / of.length
    return { marks: of, half, x: Math.min(Math.max(mean, half), Math.max(half, width - half)) }
  }
  const done: Group[] = []
  for (const mark of marks) {
    let current = group([mark])
    for (let last = done.at(-1); last && current.x - current.half < last.x + last.half + 2; last = done.at(-1)) {
      current = group([...last.marks, ...current.marks])
      done.pop()
    }
    done.push(current)
  }
  return done.map(({ marks: of, x }) => ({ numbers: of.map((mark) => mark.number), x }))
}
