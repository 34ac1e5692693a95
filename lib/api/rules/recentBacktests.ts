import type { BacktestView } from './schema'

/** How long an answer is given again, and how many are kept. */
const keptMs = 60_000
const most = 50

interface Kept {
  readonly until: number
  readonly made: Promise<BacktestView>
}

const kept = new Map<string, Kept>()

/**
 * The back-test made for `key` in the last minute, made anew after that; who asks for one that is being made waits for it. Some take seconds of arithmetic, and anybody
 * may ask. A failure is not kept.
 */
export async function recentBacktest(key: string, now: Date, make: () => Promise<BacktestView>): Promise<BacktestView> {
  const time = now.getTime()
  for (const [old, { until }] of kept) if (until <= time || kept.size > most) kept.delete(old)
  const known = kept.get(key)
  if (known) return known.made
  const made = make()
  kept.set(key, { until: time + keptMs, made })
  try {
    return await made
  } catch (error) {
    kept.delete(key)
    throw error
  }
}
