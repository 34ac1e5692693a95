/** A place on an axis of sessions where a period begins: `2025`, `2025-Q3` or `2025-03`. */
export interface DateTick {
  readonly index: number
  readonly period: string
}

const quarterOf = (session: string) => `${session.slice(0, 4)}-Q${Math.ceil(Number(session.slice(5, 7)) / 3)}`

/** Periods from fine to coarse, with the number of labels that find place side by side in each. */
const periods: readonly { readonly of: (session: string) => string; readonly most: number }[] = [
  { of: (session) => session.slice(0, 7), most: 4 },
  { of: quarterOf, most: 6 },
  { of: (session) => session.slice(0, 4), most: 7 },
]

/** Where periods begin on ascending sessions: the finest ones of which few enough begin after the first session; of years that are too many every nth. */
export function dateTicks(sessions: readonly string[]): DateTick[] {
  const begin = (of: (session: string) => string) =>
    sessions.flatMap((session, index) => {
      const before = sessions[index - 1]
      return before !== undefined && of(before) !== of(session) ? [{ index, period: of(session) }] : []
    })
  for (const { of, most } of periods) {
    const ticks = begin(of)
    if (ticks.length <= most) return ticks
  }
  const years = begin((session) => session.slice(0, 4))
  const step = Math.ceil(years.length / 7)
  return years.filter(({ period }) => Number(period) % step === 0)
}
