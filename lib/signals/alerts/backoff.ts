const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** How long to wait before the second try, the third, ...: in all a little over a day. */
const waits = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 6 * hour, 16 * hour] as const

/** The most times a message is sent. */
export const mostAttempts = waits.length + 1

/** When to try again after `attempts` tries (1 or more), the last of them at `now`; null when it has been tried often enough. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}
