import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@/lib/store/connection/store'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { noteChange } from '@/lib/store/live/note'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { type Delays, delaysOf, openCrowd, startLiveServer } from './liveLoad'

/** The stream under a crowd, beside bare node:http that writes the same to as many. Times in milliseconds, memory in bytes a reader. */
export interface LiveMeasured {
  readonly readers: number
  readonly ours: Delays & { readonly bytes: number }
  readonly floor: Delays & { readonly bytes: number }
}

const rounds = 20

async function crowded(databaseUrl: string | null, readers: number, change: (tell: () => void) => unknown) {
  const server = await startLiveServer(databaseUrl)
  const idle = await server.state()
  const crowd = await openCrowd(server.port, readers)
  const bytes = ((await server.state()).rss - idle.rss) / readers
  const delays = await delaysOf(crowd, rounds, () => change(server.tell))
  await crowd.leave()
  await server.stop()
  return { ...delays, bytes }
}

/** Measures `readers` open streams on one process, from a commit to each of them, in a database of its own. */
export async function measureLive(readers: number): Promise<LiveMeasured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tidemark-bench-'))
  // Postgres runs as nobody when this runs as root, and must be able to walk in.
  chmodSync(dataDir, 0o755)
  const database = await startEmbedded({ dataDir, database: 'tidemark' })
  const store = openStore(database.url, { max: 2 })
  try {
    await applyMigrations(store.sql, join(process.cwd(), 'prisma', 'migrations'))
    const floor = await crowded(null, readers, (tell) => tell())
    const ours = await crowded(database.url, readers, () =>
      noteChange(store.sql, { now: new Date() }, 'quotes', 'NVDA'),
    )
    return { readers, ours, floor }
  } finally {
    await store.close()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const line = (who: string, { p50, p99, max, bytes }: LiveMeasured['ours']) =>
  `  ${who.padEnd(8)} p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms; ${(bytes / 1024).toFixed(1)} KB a reader`

/** The measurement in words, with the ratio of the p99 to the floor's. */
export function liveText(measured: LiveMeasured): string {
  const { readers, ours, floor } = measured
  const ratio = `x floor at p99: ${(ours.p99 / floor.p99).toFixed(2)}`
  return [
    `live: ${readers.toLocaleString('en')} readers, ${rounds} commits; ${ratio}`,
    line('floor', floor),
    line('ours', ours),
  ].join('\n')
}
