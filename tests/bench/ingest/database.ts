import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@/lib/store/connection/store'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { type IngestSize, mic, symbolOf } from './data'

/** Runs `work` on a database of its own with so many listings (ids from 1 on) and no bar, and leaves nothing of it. */
export async function withIngestDatabase<T>({ listings }: IngestSize, work: (store: Store) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  // Postgres runs as nobody when this runs as root, and must be able to walk in.
  chmodSync(dataDir, 0o755)
  const database = await startEmbedded({ dataDir, database: 'tidemark' })
  const store = openStore(database.url, { max: 3 })
  try {
    await applyMigrations(store.sql, join(process.cwd(), 'prisma', 'migrations'))
    const symbols = Array.from({ length: listings }, (_, i) => symbolOf(i))
    await store.sql`
      INSERT INTO listing (id, symbol, mic, ticker, name, name_zh, kind, currency, tracked_from)
      SELECT i, symbol, ${mic}, symbol, symbol, symbol, 'equity', 'USD', '2015-01-02' FROM unnest(${symbols}::text[]) WITH ORDINALITY AS l(symbol, i)`
    return await work(store)
  } finally {
    await store.close()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
