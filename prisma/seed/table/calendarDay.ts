const DAY_MS = 86_400_000

/** Days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}

/** The `YYYY-MM-DD` that lies `days` after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/**
 * A date column as a table's first field: the first date in full, then the days since the one before. Dates must rise.
 */
export function encodeDate(date: string, previous: string | null): string {
  if (previous === null) return date
  const gap = daysBetween(previous, date)
  if (!(gap > 0)) throw new Error(`dates must rise: ${date} comes after ${previous}`)
  return String(gap)
}

/** The inverse of `encodeDate`. */
export function decodeDate(field: string | undefined, previous: string | null): string {
  if (previous === null) {
    if (field === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(field))
      throw new Error(`no date on the first line: "${field}"`)
    return field
  }
  if (field === undefined || !/^[1-9]\d*$/.test(field))
    throw new Error(`not a number of days after ${previous}: "${field}"`)
  return addDays(previous, Number(field))
}
