import { AsyncLocalStorage } from 'node:async_hooks'

/** What is read for one reader: from the replica as long as it lasts. Once a read has gone to the primary all later ones do, so that nobody reads backwards in time. */
export interface Reading {
  onReplica: boolean
  /** What is left running behind the end of a reading belongs to nobody. */
  over: boolean
}

const readings = new AsyncLocalStorage<Reading>()

/** The reading that what runs now belongs to. */
export function currentReading(): Reading | undefined {
  const reading = readings.getStore()
  return reading?.over ? undefined : reading
}

/** Runs `work` as a reading. */
export async function runReading<T>(onReplica: boolean, work: () => Promise<T>): Promise<T> {
  const reading = { onReplica, over: false }
  try {
    return await readings.run(reading, work)
  } finally {
    reading.over = true
  }
}
