import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@/lib/store/connection/store'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { applyMigrations } from '@/lib/store/migrate/apply'

/** A database of the measurements' own. */
export interface BenchDatabase {
  readonly url: string
  readonly store: Store
  /** Stops it and removes its files. */
  drop(): Promise<void>
}

/** Brings up an embedded Postgres with the schema and no rows; its store has `max` connections. */
export async function openBenchDatabase(max = 2): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  // Postgres runs as nobody when this runs as root, and must be able to walk in.
  chmodSync(dataDir, 0o755)
  const database = await startEmbedded({ dataDir, database: 'tidemark' })
  const store = openStore(database.url, { max })
  const drop = async () => {
    await store.close()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await applyMigrations(store.sql, join(process.cwd(), 'prisma', 'migrations'))
  } catch (error) {
    await drop()
    throw error
  }
  return { url: database.url, store, drop }
}
