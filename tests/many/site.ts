import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ensureBuild } from '@/jobs/build/ensureBuild'
import { seedStore } from '@/jobs/seed'
import { makeKey } from '@/lib/store/account/key'
import { openStore, type Store } from '@/lib/store/connection/store'
import { freePort } from '@/lib/store/embedded/freePort'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { everyOrigin } from '../fault/process'
import { laterCambricon } from '../fault/seeded'
import { type Standin, startStandin } from '../standin'
import { type ManyServers, startManyServers } from './cluster'
import { type Part, part } from './process'
import { npmPostgres, systemPgBouncer, systemPostgres } from './programs'

/** Two web and two worker processes on a primary with a replica, through a pooler where there is one; nothing of ours runs yet. */
export interface ManySite {
  readonly servers: ManyServers
  /** Straight to the primary. */
  readonly store: Store
  readonly feeds: Standin
  readonly webs: readonly Part[]
  readonly urls: readonly string[]
  readonly workers: readonly Part[]
  /** Of an admin. */
  readonly key: string
  close(): Promise<void>
}

async function fill(url: string): Promise<void> {
  const store = openStore(url, { max: 2 })
  await applyMigrations(store.sql, join(process.cwd(), 'prisma', 'migrations'))
  await seedStore(store, { actor: 'test', scopes: ['admin', 'ingest'], now: new Date() })
  await store.close()
}

async function adminKey(store: Store): Promise<string> {
  const id = randomUUID()
  const now = new Date()
  await store.sql`
    INSERT INTO account_user (id, name, email, role, created_at, updated_at) VALUES (${id}, 'Ada', 'ada@example.org', 'admin', ${now}, ${now})`
  const ctx = { actor: 'ada@example.org', scopes: ['admin'] as const, now }
  return (await makeKey(store, ctx, id, { name: 'load', scope: 'admin' })).key
}

/** Brings up the servers with what ships in the box, and makes the build; feeds that have newer bars of one listing. */
export async function manySite(): Promise<ManySite> {
  await ensureBuild()
  const servers = await startManyServers(systemPostgres() ?? npmPostgres(), systemPgBouncer(), fill)
  const { primary, replica, pooler } = servers
  const store = openStore(primary.url, { max: 2 })
  const feeds = await startStandin()
  const { listing } = await laterCambricon({ ...store, url: primary.url }, '2026-11-20')
  feeds.setData({ listings: [listing] })
  const env = {
    DATABASE_URL: (pooler ?? primary).url,
    DATABASE_DIRECT_URL: primary.url,
    DATABASE_REPLICA_URL: replica.url,
    SESSION_SECRET: randomBytes(32).toString('base64'),
    NODE_ENV: 'production',
    ...everyOrigin(feeds.origin),
  }
  const ports = [await freePort(), await freePort()]
  const urls = ports.map((port) => `http://127.0.0.1:${port}`)
  const webs = ports.map((port, place) => part('web', { ...env, PORT: String(port) }, urls[place]))
  const workers = [part('worker', env), part('worker', env)]
  const key = await adminKey(store)
  const close = async () => {
    await Promise.all([...webs, ...workers].map((one) => one.kill()))
    await feeds.close()
    await store.close()
    await servers.close()
  }
  return { servers, store, feeds, webs, urls, workers, key, close }
}
