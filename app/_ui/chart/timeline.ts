/** The sessions of several exchanges as one ascending axis without repeats. */
export function unionOfSessions(columns: readonly (readonly string[])[]): string[] {
  return [...new Set(columns.flat())].sort()
}

/** Position of the first entry at or after `date` in ascending dates; the length when all are earlier. */
export function indexAtOrAfter(dates: readonly string[], date: string): number {
  let [low, high] = [0, dates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle] ?? '') < date) low = middle + 1
    else high = middle
  }
  return low
}

/** The value at the last session at or before `date`, with that session; null when the series starts later. */
export function valueAt(
  session: readonly string[],
  value: readonly number[],
  date: string,
): { session: string; value: number } | null {
  const after = indexAtOrAfter(session, date)
  const index = session[after] === date ? after : after - 1
  const [found, number] = [session[index], value[index]]
  return found === undefined || number === undefined ? null : { session: found, value: number }
}

/** Whether sessions ascend without repeats: lightweight-charts draws anything else silently wrong. */
export function isAscending(session: readonly string[]): boolean {
  return session.every((date, index) => index === 0 || (session[index - 1] ?? '') < date)
}
