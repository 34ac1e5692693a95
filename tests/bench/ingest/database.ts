import type { Store } from '@/lib/store/connection/store'
import { openBenchDatabase } from '../database'
import { type IngestSize, mic, symbolOf } from './data'

/** Runs `work` on a database of its own with so many listings (ids from 1 on) and no bar, and leaves nothing of it. */
export async function withIngestDatabase<T>({ listings }: IngestSize, work: (store: Store) => Promise<T>): Promise<T> {
  const { store, drop } = await openBenchDatabase(3)
  try {
    const symbols = Array.from({ length: listings }, (_, i) => symbolOf(i))
    await store.sql`
      INSERT INTO listing (id, symbol, mic, ticker, name, name_zh, kind, currency, tracked_from)
      SELECT i, symbol, ${mic}, symbol, symbol, symbol, 'equity', 'USD', '2015-01-02' FROM unnest(${symbols}::text[]) WITH ORDINALITY AS l(symbol, i)`
    return await work(store)
  } finally {
    await drop()
  }
}
