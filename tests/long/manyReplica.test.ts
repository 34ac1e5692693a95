import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApi } from '@/lib/api/app'
import { metricsText } from '@/lib/api/metrics/figures'
import { eventIdText } from '@/lib/live/eventId'
import { makeKey } from '@/lib/store/account/key'
import { openStore, type Store } from '@/lib/store/connection/store'
import { applyMigrations } from '@/lib/store/migrate/apply'
import type { ReplicaState } from '@/lib/store/replica/replica'
import { type ManyServers, startManyServers } from '../many/cluster'
import { npmPostgres, systemPostgres } from '../many/programs'
import { until } from '../many/until'

let servers: ManyServers
let store: Store
let admin: postgres.Sql
const told: ReplicaState[] = []

beforeAll(async () => {
  servers = await startManyServers(systemPostgres() ?? npmPostgres(), null, async (url) => {
    const { sql, close } = openStore(url, { max: 1 })
    await applyMigrations(sql, join(process.cwd(), 'prisma', 'migrations'))
    await close()
  })
  const replica = { url: servers.replica.url, lookEveryMs: 100, mostLagMs: 1_000 }
  store = openStore(servers.primary.url, { replica: { ...replica, onState: (state) => told.push(state) } })
  admin = postgres(servers.replica.url, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await admin?.end({ timeout: 1 })
  await store?.close()
  await servers?.close()
})

const state = () => store.replica?.status.state
beforeEach(() => until(() => state() === 'in use'))

/** Reads as somebody, and says from where. */
function read<T>(reader: { known?: boolean; since?: bigint | undefined }, work: () => Promise<T>): Promise<T> {
  if (store.replica === undefined) throw new Error('there is no replica')
  return store.replica.reading({ known: false, ...reader }, work)
}
const fromReplica = async () => {
  const [row] = await store.sql<{ replica: boolean }[]>`SELECT pg_is_in_recovery() AS replica`
  return row?.replica
}
const topics = async () => (await store.sql<{ slug: string }[]>`SELECT slug FROM topic ORDER BY slug`.values()).flat()
const byPrisma = async () => (await store.prisma.topic.findMany({ orderBy: { slug: 'asc' } })).map(({ slug }) => slug)
const add = (slug: string) => store.sql`
  INSERT INTO topic (slug, kind, name, name_zh) VALUES (${slug}, 'company', ${slug}, ${slug})`

test('what is read without a reader, and every transaction, goes to the primary; a reading goes to the replica', async () => {
  expect(await fromReplica()).toBe(false)
  expect(await read({}, fromReplica)).toBe(true)
  const inTransaction = () =>
    store.sql.begin(async (sql) => {
      const [row] = await sql<{ replica: boolean }[]>`SELECT pg_is_in_recovery() AS replica`
      return row?.replica
    })
  expect(await read({}, inTransaction)).toBe(false)
})

test('who has an account sees what is written by now, who was told of a change sees it, everybody else sees what the replica has', async () => {
  await add('before')
  await until(async () => (await read({}, topics)).includes('before') && (await read({}, fromReplica)) === true)
  await admin`SELECT pg_wal_replay_pause()`
  await until(async () => (await admin`SELECT pg_get_wal_replay_pause_state() AS is`)[0]?.is === 'paused')
  await add('written')
  expect(await read({}, topics)).toEqual(['before'])
  expect(await read({}, byPrisma)).toEqual(['before'])
  expect(await read({ known: true }, topics)).toEqual(['before', 'written'])
  expect(await read({ known: true }, byPrisma)).toEqual(['before', 'written'])
  // Another process told its reader so; a position that nobody has reached yet is not believed.
  const [{ position } = { position: 0n }] = await store.sql<{ position: bigint }[]>`
    SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::int8 AS position`
  expect(await read({ since: position }, topics)).toEqual(['before', 'written'])
  // This process told its readers so.
  await store.replica?.hold()
  expect(await read({}, topics)).toEqual(['before', 'written'])
  await admin`SELECT pg_wal_replay_resume()`
  await until(() => read({}, fromReplica))
  expect(await read({ known: true }, topics)).toEqual(['before', 'written'])
  expect(await read({ since: position + 1_000_000_000n }, fromReplica)).toBe(true)
})

test('a replica that is too far behind is not read from until it has caught up, and each is said once', async () => {
  await admin`SELECT pg_wal_replay_pause()`
  await add('late')
  told.length = 0
  await until(() => state() === 'behind', 5_000)
  expect(store.replica?.status.lagMs).toBeGreaterThan(1_000)
  expect(await read({}, fromReplica)).toBe(false)
  await admin`SELECT pg_wal_replay_resume()`
  await until(() => state() === 'in use')
  expect(told).toEqual(['behind', 'in use'])
})

test('a read that is cut off on the replica is repeated on the primary, and so is one that would write there', async () => {
  const slow = async () => {
    const rows = await store.sql<{ replica: boolean }[]>`SELECT pg_is_in_recovery() AS replica, pg_sleep(1)`
    return rows[0]?.replica
  }
  const reading = read({}, slow)
  const cut = () => admin`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1)%' AND pid <> pg_backend_pid()`
  await until(async () => (await cut()).length > 0)
  expect(await reading).toBe(false)
  await until(() => state() === 'in use')
  await read({}, () => add('by a reading'))
  expect(await topics()).toContain('by a reading')
})

test('a replica that is killed in the middle of reads is not missed, is said to be down, and is read from when it is back', async () => {
  // Whatever the tests before have written is then seen by every one of these.
  await store.replica?.hold()
  told.length = 0
  const answers: boolean[] = []
  let over = false
  const readers = Array.from({ length: 4 }, async () => {
    while (!over) {
      const [here, bySql, slugs] = await read({}, async () => [await fromReplica(), await topics(), await byPrisma()])
      expect(bySql).toEqual(slugs)
      answers.push(here === true)
    }
  })
  await until(() => answers.filter(Boolean).length > 50)
  await servers.replica.kill()
  await until(() => answers.length > 100 && answers.slice(-20).every((here) => !here))
  await until(() => state() === 'down')
  await servers.replica.start()
  await until(() => state() === 'in use')
  await until(() => answers.at(-1) === true)
  over = true
  await Promise.all(readers)
  expect(told).toEqual(['down', 'in use'])
})

test('over HTTP: nobody reads from the replica, who sends a key or was told of a change is not shown what was before, and it is told of', async () => {
  const [now, id] = [new Date(), randomUUID()]
  await store.sql`
    INSERT INTO account_user (id, name, email, role, created_at, updated_at) VALUES (${id}, 'Ada', 'ada@example.org', 'admin', ${now}, ${now})`
  const ctx = { actor: 'test', scopes: ['admin'] as const, now }
  const { key } = await makeKey(store, ctx, id, { name: 'test', scope: 'admin' })
  const api = createApi({ store, now: () => new Date() })
  const slugs = async (headers: Record<string, string> = {}) => {
    const response = await api.request('/api/v1/topics', { headers })
    return ((await response.json()) as { items: { slug: string }[] }).items.map(({ slug }) => slug)
  }
  await store.replica?.hold()
  await until(() => read({}, fromReplica))
  await admin`SELECT pg_wal_replay_pause()`
  await until(async () => (await admin`SELECT pg_get_wal_replay_pause_state() AS is`)[0]?.is === 'paused')
  const create = await api.request('/api/v1/listings', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({}),
  })
  // Refused, but taken out of the bucket of the caller: the primary has moved on.
  expect(create.status).toBe(400)
  await add('over-http')
  expect(await slugs()).not.toContain('over-http')
  expect(await slugs({ authorization: `Bearer ${key}` })).toContain('over-http')
  const [{ position } = { position: 0n }] = await store.sql<{ position: bigint }[]>`
    SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::int8 AS position`
  const stand = eventIdText({ horizon: 1n, at: now, position })
  expect(await slugs({ cookie: `tidemark-seen=${stand}` })).toContain('over-http')
  expect(await slugs({ 'last-event-id': stand })).toContain('over-http')
  expect(await slugs()).not.toContain('over-http')
  await admin`SELECT pg_wal_replay_resume()`
  const ready = (await (await api.request('/readyz')).json()) as { replica?: { state: string } }
  expect(ready.replica?.state).toMatch(/in use|behind/)
  const metrics = await metricsText(store, { now, refreshing: false })
  expect(metrics).toMatch(/^tidemark_replica_in_use [01]$/m)
  expect(metrics).toMatch(/^tidemark_replica_readings_total\{from="replica"\} \d+$/m)
})

test('a server that is no replica is not read from', async () => {
  const wrong = openStore(servers.primary.url, { replica: { url: servers.primary.url, lookEveryMs: 100 } })
  await until(() => wrong.replica?.status.state === 'not a standby')
  const position = await wrong.replica?.reading({ known: false }, async () => wrong.sql`SELECT pg_current_wal_lsn()`)
  expect(position).toHaveLength(1)
  expect(wrong.replica?.status.readings).toEqual({ replica: 0, primary: 1 })
  await wrong.close()
})
