import { indexAtOrBefore } from '@/lib/market/dateIndex'

/** The sessions of several exchanges as one ascending axis without repeats. */
export function unionOfSessions(columns: readonly (readonly string[])[]): string[] {
  return [...new Set(columns.flat())].sort()
}

/** The value at the last session at or before `date`, with that session; null when the series starts later. */
export function valueAt(
  session: readonly string[],
  value: readonly number[],
  date: string,
): { session: string; value: number } | null {
  const index = indexAtOrBefore(session, date)
  const [found, number] = [session[index], value[index]]
  return found === undefined || number === undefined ? null : { session: found, value: number }
}

/** Whether sessions ascend without repeats: lightweight-charts draws anything else silently wrong. */
export function isAscending(session: readonly string[]): boolean {
  return session.every((date, index) => index === 0 || (session[index - 1] ?? '') < date)
}
