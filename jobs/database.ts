import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '@/lib/settings'
import { openSql } from '@/lib/store/connection/sql'
import { openStore, type Store } from '@/lib/store/connection/store'
import { startEmbedded } from '@/lib/store/embedded/cluster'
import { migrationState } from '@/lib/store/migrate/pending'
import type { ReplicaOptions } from '@/lib/store/replica/replica'

/** A store of this process, and how to let go of it. */
export interface OpenDatabase {
  readonly store: Store
  /** Where Postgres itself answers, without a pooler between: for whoever listens, and for locks of a session. */
  readonly directUrl: string
  /** Closes the store; stops the embedded server when this process started it and nobody else has come to use it. */
  release(): Promise<void>
}

/** Raised when the database lacks migrations; the message says what to run. */
export class SchemaBehindError extends Error {
  override readonly name = 'SchemaBehindError'
  constructor(readonly pending: readonly string[]) {
    super(`The database is not ready (missing: ${pending.join(', ')}): run \`npm start\` or \`npm run migrate\` first`)
  }
}

async function hasOtherUsers(url: string): Promise<boolean> {
  const sql = openSql(url, { max: 1 })
  try {
    // Our own backends take a moment to go.
    for (let look = 0; look < 10; look++) {
      const others = await sql`
        SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`
      if (others.length === 0) return false
      await sleep(50)
    }
    return true
  } finally {
    await sql.end({ timeout: 1 })
  }
}

type DatabaseSettings = Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'> &
  Partial<Pick<Settings, 'DATABASE_DIRECT_URL' | 'DATABASE_REPLICA_URL'>>

interface OpenOptions {
  readonly applicationName?: string
  readonly max?: number
  /** Whether to pass by a pooler, for what holds on to one connection. */
  readonly direct?: boolean
  /** Told of the replica of the settings, which is used only then: by whoever answers readers. */
  readonly onReplica?: ReplicaOptions['onState']
}

/**
 * Opens the database of the settings: `DATABASE_URL`, else the embedded Postgres of `DATA_DIR`, which is started when it does not run. Does not look at the
 * schema and does not change it (`requireSchema` looks). Throws when the embedded server does not come up; an unreachable `DATABASE_URL` shows at the first query.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  { direct = false, onReplica, ...options }: OpenOptions = {},
): Promise<OpenDatabase> {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl = url, DATABASE_REPLICA_URL: replicaUrl } = settings
  if (url && directUrl) {
    const pooled = !direct && directUrl !== url
    const replica = onReplica && replicaUrl ? { url: replicaUrl, onState: onReplica } : undefined
    const store = openStore(direct ? directUrl : url, { ...options, pooled, replica })
    return { store, directUrl, release: () => store.close() }
  }
  const server = await startEmbedded({ dataDir: settings.DATA_DIR })
  const store = openStore(server.url, options)
  const release = async () => {
    await store.close()
    if (server.started && !(await hasOtherUsers(server.url))) await server.stop()
  }
  return { store, directUrl: server.url, release }
}

/** Passes when every migration of prisma/migrations is in the database; throws `SchemaBehindError` otherwise. */
export async function requireSchema({ sql }: Store): Promise<void> {
  const { pending } = await migrationState(sql, join(process.cwd(), 'prisma', 'migrations'))
  if (pending.length > 0) throw new SchemaBehindError(pending)
}
