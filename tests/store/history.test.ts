import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyKeptDays, sweepHistory } from '@/lib/store/history/sweep'
import { countAttempts } from '@/lib/store/run/figures'
import { recordAttempt } from '@/lib/store/run/record'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'

const now = new Date('2026-11-24T02:00:00Z')
const ctx = contextAt(now.toISOString())
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const [old, young] = [daysAgo(historyKeptDays + 1), daysAgo(historyKeptDays - 1)]

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

async function runAt(id: string, at: Date, outcome = 'succeeded') {
  await store.sql`
    INSERT INTO refresh_run (id, job, slot_id, trigger, outcome, started_at) VALUES (${id}, 'bars', ${id}, 'test', ${outcome}::"RunOutcome", ${at})`
  const counts = { added: 0, changed: 0, unchanged: 1, held: 0, errorClass: null, error: null }
  const what = { feed: 'yahoo', subject: 'NVDA', listingId: null, outcome: 'succeeded' as const }
  await recordAttempt(store, ctx, id, { ...what, ...counts, startedAt: at, durationMs: 1 })
}

test('runs go with their attempts when they are older, but for one that still runs; what was counted stays', async () => {
  await runAt('old', old)
  await runAt('old and running', old, 'running')
  await runAt('young', young)
  expect(await sweepHistory(store.sql, ctx)).toEqual({ runs: 1, requests: 0, deliveries: 0 })
  const left = await store.sql`SELECT run_id, job FROM refresh_attempt ORDER BY run_id`
  expect([...left]).toEqual([
    { run_id: 'old and running', job: 'bars' },
    { run_id: 'young', job: 'bars' },
  ])
  expect(await countAttempts(store.sql)).toMatchObject([{ feed: 'yahoo', outcome: 'succeeded', attempts: 3 }])
})

test('an attempt of a run that is not there is refused', async () => {
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, errorClass: null, error: null }
  const what = { feed: 'yahoo', subject: 'NVDA', listingId: null, outcome: 'succeeded' as const }
  const attempt = { ...what, ...counts, startedAt: now, durationMs: 1 }
  await expect(recordAttempt(store, ctx, 'nowhere', attempt)).rejects.toThrow(/no run nowhere/)
})

test('ended requests go, waiting ones stay', async () => {
  for (const [id, state, at] of [
    ['a', 'done', old],
    ['b', 'waiting', old],
    ['c', 'failed', young],
  ] as const) {
    await store.sql`
      INSERT INTO refresh_request (id, kind, state, requested_by, requested_at) VALUES (${id}, 'refresh', ${state}::"RequestState", 'test', ${at})`
  }
  expect((await sweepHistory(store.sql, ctx)).requests).toBe(1)
  expect([...(await store.sql`SELECT id FROM refresh_request ORDER BY id`)]).toEqual([{ id: 'b' }, { id: 'c' }])
})

test('messages go, but for those of a signal that is still told, those that wait and those of a silent series', async () => {
  const { sql } = store
  await sql`INSERT INTO account_user (id, name, email) VALUES ('u', 'U', 'u@example.com')`
  await sql`INSERT INTO alert_rule (id, user_id, name, rules, listings, channel, target) VALUES ('a', 'u', 'A', '{}', '{}', 'email', 'u@example.com')`
  const [rule] = await sql<
    { id: number }[]
  >`INSERT INTO rule (slug, name, name_zh, kind) VALUES ('r', 'R', 'R', 'drawdown') RETURNING id`
  const signals = await sql<{ id: bigint }[]>`
    INSERT INTO signal (rule_id, cause, known_at, found_at, numbers) SELECT ${rule?.id ?? 0}, 'c' || n, ${old}, ${old}, '{}' FROM generate_series(1, 3) n RETURNING id`
  const [over, repeated, waiting] = signals.map(({ id }) => String(id))
  for (const [key, signal, state, kind, at] of [
    ['over', over, 'delivered', 'signal', old],
    ['repeated first', repeated, 'delivered', 'signal', old],
    ['repeated again', repeated, 'delivered', 'signal', young],
    ['waiting', waiting, 'waiting', 'signal', old],
    ['silent', null, 'delivered', 'no-data', old],
    ['tried', null, 'failed', 'test', old],
  ] as const) {
    await sql`
      INSERT INTO delivery (alert_id, signal_id, key, state, kind, created_at, next_at)
      VALUES ('a', ${signal ?? null}::bigint, ${key}, ${state}::"DeliveryState", ${kind}, ${at}, ${at})`
  }
  expect((await sweepHistory(sql, ctx)).deliveries).toBe(2)
  const left = await sql<{ key: string }[]>`SELECT key FROM delivery ORDER BY key`
  expect(left.map(({ key }) => key)).toEqual(['repeated again', 'repeated first', 'silent', 'waiting'])
})
