/** Places in time for the strip of events. Dates are `2025-08-21` or `2025-08`; places are percent of the width. */
export interface TimeScale {
  /** The place of a date; of a month its first day. Dates beyond the ends are at the ends. */
  at(date: string): number
  /** The first day of each quarter that is drawn. */
  readonly ticks: readonly { readonly x: number; readonly year: number; readonly quarter: number }[]
  /** Stretches that are left out because nothing happened: months, first and last. */
  readonly breaks: readonly { readonly x: number; readonly width: number; readonly from: string; readonly to: string }[]
  /** How many quarters wide it is. */
  readonly quarters: number
}

/** From how many quarters without an event on a stretch is left out, and how wide it then is. */
const fewestEmpty = 5
const breakWidth = 0.5

/** Quarters since year 0 as a number; the fraction is the part of the quarter that has passed. */
function quartersOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return year * 4 + (month - 1 + (day - 1) / days) / 3
}

const monthText = (months: number) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`

/** The month after `month`, in the same form. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return monthText(year * 12 + number)
}

/**
 * A scale over whole quarters that holds all `dates` (one at least). Every quarter has the same width, but a stretch of five and more without a date is cut
 * to half a quarter, and told in `breaks`.
 */
export function timeScale(dates: readonly string[]): TimeScale {
  const held = new Set(dates.map((date) => Math.floor(quartersOf(date))))
  const ordered = [...held].sort((a, b) => a - b)
  const [first = 0, last = 0] = [ordered[0], ordered.at(-1)]
  const cells: { from: number; count: number; start: number; width: number }[] = []
  let width = 0
  const add = (from: number, count: number, wide: number) => {
    cells.push({ from, count, start: width, width: wide })
    width += wide
  }
  for (const [i, quarter] of ordered.entries()) {
    const empty = quarter - (ordered[i - 1] ?? quarter - 1) - 1
    if (empty >= fewestEmpty) add(quarter - empty, empty, breakWidth)
    else for (let one = quarter - empty; one < quarter; one++) add(one, 1, 1)
    add(quarter, 1, 1)
  }
  const percent = (place: number) => (100 * place) / width
  return {
    at(date) {
      const place = Math.min(Math.max(quartersOf(date), first), last + 1)
      const cell = cells.find(({ from, count }) => place < from + count)
      if (cell === undefined) return 100
      return percent(cell.start + (cell.width * (place - cell.from)) / cell.count)
    },
    ticks: cells
      .filter(({ count }) => count === 1)
      .map(({ from, start }) => ({ x: percent(start), year: Math.floor(from / 4), quarter: (from % 4) + 1 })),
    breaks: cells
      .filter(({ count }) => count > 1)
      .map(({ from, count, start, width: wide }) => ({
        x: percent(start),
        width: percent(wide),
        from: monthText(from * 3),
        to: monthText((from + count) * 3 - 1),
      })),
    quarters: width,
  }
}
