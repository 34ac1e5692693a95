import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@/lib/store/connection/store'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { applyMigrations } from '@/lib/store/migrate/apply'

/** Two migrated stores on one server, one for few rows and one for many. */
export interface TwoStores {
  readonly small: Store
  readonly large: Store
  close(): Promise<void>
}

/**
 * Starts a Postgres of its own with the product's settings, but for those that only spare the disk while it is filled. Throws an error that says so when the temporary folder
 * has less than `bytes` free.
 */
export async function openTwoStores(bytes: number): Promise<TwoStores> {
  const { bavail, bsize } = statfsSync(tmpdir())
  const gigabytes = (count: number) => `${(count / 2 ** 30).toFixed(1)} GB`
  if (bavail * bsize < bytes) {
    throw new Error(
      `${tmpdir()} has ${gigabytes(bavail * bsize)} free, and ${gigabytes(bytes)} are needed: set TMPDIR to a larger place`,
    )
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-growth-'))
  // Postgres runs as nobody when this runs as root, and must be able to walk in.
  chmodSync(dataDir, 0o755)
  const parameters = ['fsync=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=4GB']
  const server = await startEmbedded({ dataDir, database: 'large', parameters })
  const large = openStore(server.url, { max: 2 })
  await applyMigrations(large.sql, join(process.cwd(), 'prisma', 'migrations'))
  await large.close()
  const admin = openStore(server.url.replace(/large$/, 'postgres'), { max: 1 })
  await admin.sql`CREATE DATABASE small TEMPLATE large`
  await admin.close()
  const stores = {
    small: openStore(server.url.replace(/large$/, 'small'), { max: 2 }),
    large: openStore(server.url, { max: 2 }),
  }
  return {
    ...stores,
    close: async () => {
      await Promise.all([stores.small.close(), stores.large.close()])
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
