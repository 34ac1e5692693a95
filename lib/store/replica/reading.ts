import { AsyncLocalStorage } from 'node:async_hooks'

/** What is read for one reader: from the replica as long as it lasts. Once a read has gone to the primary all later ones do, so that nobody reads backwards in time. */
export interface Reading {
  onReplica: boolean
}

/** The reading that what runs now belongs to. What it leaves running behind its end reads from the primary. */
export const currentReading = new AsyncLocalStorage<Reading>()
