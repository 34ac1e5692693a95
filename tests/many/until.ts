import { setTimeout as pause } from 'node:timers/promises'

/** Waits until `is` holds, looked at again and again; throws when that takes longer than `withinMs`. */
export async function until(is: () => unknown, withinMs = 15_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await is()); await pause(20)) {
    if (Date.now() > end) throw new Error(`did not come about within ${withinMs} ms: ${is.toString()}`)
  }
}
