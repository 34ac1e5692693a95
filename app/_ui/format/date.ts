/** The one date formatter of the pages. Dates stay the strings they are: no Date, no zone of the browser. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const long = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const name = (names: readonly string[], month: string) => names[Number(month) - 1] ?? month

/** `2025-09-18` is `18 Sep 2025`; a month `2025-09` is `September 2025`; other texts come back as they are; null is a dash. */
export function formatDay(date: string | null | undefined): string {
  if (!date) return '–'
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? []
  if (!year || !month) return date
  return day ? `${Number(day)} ${name(months, month)} ${year}` : `${name(long, month)} ${year}`
}

/** A moment, ISO in UTC, to the minute: `24 Nov 2026, 02:18 UTC`. Null is a dash. */
export function formatMoment(iso: string | null | undefined): string {
  if (!iso) return '–'
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso) ?? []
  return date && time ? `${formatDay(date)}, ${time} UTC` : iso
}

/** A span of days or months: `January to April 2025`, `3 Sep 2025 to 5 Oct 2025`. */
export function formatSpan(start: string, end: string | null): string {
  if (end === null || end === start) return formatDay(start)
  const [sameYear, areMonths] = [start.slice(0, 4) === end.slice(0, 4), start.length === 7]
  const first = formatDay(start)
  return `${sameYear && areMonths ? first.slice(0, -5) : first} to ${formatDay(end)}`
}

/** A promised window: `2026-Q1` is `Q1 2026`, `2027` stays, `2026-03` is `March 2026`, null is `no date given`. */
export function formatWindow(promised: string | null): string {
  if (promised === null) return 'no date given'
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(promised) ?? []
  return year ? `Q${quarter} ${year}` : formatDay(promised)
}

/** A fiscal label for narrow places: `FY2026-Q4` is `Q4 FY26`, `2025-Q2` is `Q2 25`. Other texts come back as they are. */
export function formatQuarter(label: string): string {
  const [, fiscal, year, quarter] = /^(FY)?\d{2}(\d{2})-Q([1-4])$/.exec(label) ?? []
  return year ? `Q${quarter} ${fiscal ?? ''}${year}` : label
}
