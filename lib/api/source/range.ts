import { feedName } from './feedName'

/** What one feed brought of a range: first and last date, and the rows. */
export interface SourceRange {
  feed: string
  name: string
  from: string
  to: string
  rows: number
}

/** The feeds behind ascending `dates`, in order of their first row; `feeds` alongside. */
export function sourceRanges(dates: readonly string[], feeds: readonly string[]): SourceRange[] {
  const ranges = new Map<string, SourceRange>()
  dates.forEach((date, i) => {
    const feed = feeds[i] ?? ''
    const range = ranges.get(feed)
    if (range === undefined) ranges.set(feed, { feed, name: feedName(feed), from: date, to: date, rows: 1 })
    else {
      range.to = date
      range.rows++
    }
  })
  return [...ranges.values()]
}

/** The latest of some moments as ISO text in UTC, null for none. */
export function latest(moments: readonly Date[]): string | null {
  const times = moments.map((moment) => moment.getTime())
  return times.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b))).toISOString()
}
