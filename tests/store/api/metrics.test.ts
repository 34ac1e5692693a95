import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellAlarms } from '@/jobs/web/alarm'
import { refreshAlarms } from '@/lib/api/alarms/view'
import { metricsText } from '@/lib/api/metrics/figures'
import { measureLiveClients } from '@/lib/operation/metrics'
import { captureLog } from '../../log'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

/** A finished run of bars with one attempt a listing of the exchange, begun at a moment. */
async function refreshedAt(at: string, { mic, outcome = 'succeeded' }: { mic: string; outcome?: string }) {
  const { sql } = seeded.store
  const id = `run ${at} ${mic} ${outcome}`
  await sql`
    INSERT INTO refresh_run (id, job, slot_id, trigger, outcome, started_at, finished_at)
    VALUES (${id}, 'bars', ${id}, 'schedule', ${outcome}::"RunOutcome", ${new Date(at)}, ${new Date(Date.parse(at) + 2_500)})`
  await sql`
    INSERT INTO refresh_attempt (run_id, job, feed, subject, listing_id, outcome, error_class, started_at, duration_ms)
    SELECT ${id}, 'bars', 'yahoo', symbol, id, ${outcome}::"RunOutcome", ${outcome === 'failed' ? 'timeout' : null}, ${new Date(at)}, 900
    FROM listing WHERE mic = ${mic}`
}

const value = (text: string, series: string) => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? null : Number(line.slice(series.length + 1))
}
const figures = (refreshing = true) => metricsText(seeded.store, { now, refreshing })

test('every series tells its age in market time, and every metric what it is', async () => {
  const text = await figures()
  const { items } = await seeded.json<{
    items: { symbol: string; mic: string; series: { age: { sessionsBehind: number } } }[]
  }>('/api/v1/listings')
  expect(items.length).toBeGreaterThan(5)
  for (const { symbol, mic, series } of items) {
    const labels = `listing="${symbol}",mic="${mic}"`
    expect(value(text, `tidemark_series_sessions_behind{${labels}}`)).toBe(series.age.sessionsBehind)
    expect(value(text, `tidemark_series_age_state{${labels},state="behind"}`)).toBe(1)
    expect(value(text, `tidemark_series_age_state{${labels},state="fresh"}`)).toBe(0)
  }
  const named = new Set([...text.matchAll(/^(\w+?)(?:_bucket|_sum|_count)?(?:\{| )/gm)].map(([, name]) => name ?? ''))
  const helped = new Set([...text.matchAll(/^# HELP (\w+) \S/gm)].map(([, name]) => name))
  expect([...named].filter((name) => name !== '' && !helped.has(name))).toEqual([])
  for (const name of ['tidemark_http_request_seconds', 'process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds']) {
    expect(helped).toContain(name)
  }
})

test('what has no value yet is left out', async () => {
  const text = await figures()
  for (const name of [
    'tidemark_runs_total',
    'tidemark_feed_attempts_total',
    'tidemark_feed_last_success_timestamp_seconds',
  ]) {
    expect({ name, there: text.includes(name) }).toEqual({ name, there: false })
  }
})

test('attempts are counted by feed, outcome and class, runs by job with their time', async () => {
  await refreshedAt('2026-11-18T07:35:00Z', { mic: 'XSHG', outcome: 'failed' })
  await refreshedAt('2026-11-19T07:35:00Z', { mic: 'XSHG' })
  const [shanghai] = await seeded.store.sql<
    { listings: number }[]
  >`SELECT count(*)::int AS listings FROM listing WHERE mic = 'XSHG'`
  const text = await figures()
  const attempts = 'tidemark_feed_attempts_total'
  expect(value(text, `${attempts}{feed="yahoo",outcome="failed",class="timeout"}`)).toBe(shanghai?.listings)
  expect(value(text, `${attempts}{feed="yahoo",outcome="succeeded",class=""}`)).toBe(shanghai?.listings)
  const run = '{job="bars",outcome="succeeded"}'
  expect(value(text, `tidemark_runs_total${run}`)).toBe(1)
  expect(value(text, `tidemark_run_seconds_total${run}`)).toBe(2.5)
  expect(value(text, `tidemark_run_last_end_timestamp_seconds${run}`)).toBe(
    Date.parse('2026-11-19T07:35:02.500Z') / 1000,
  )
})

test('the queues, the connections and the live clients are told', async () => {
  const { sql } = seeded.store
  await sql`
    INSERT INTO refresh_request (id, kind, requested_by, requested_at) VALUES ('q1', 'refresh', 'anna', ${new Date(now.getTime() - 90_000)})`
  measureLiveClients(() => 7)
  const text = await figures()
  measureLiveClients(() => 0)
  expect(value(text, 'tidemark_queue_rows{queue="refresh_request",state="waiting"}')).toBe(1)
  expect(value(text, 'tidemark_queue_oldest_seconds{queue="refresh_request",state="waiting"}')).toBe(90)
  expect(value(text, 'tidemark_queue_rows{queue="delivery",state="waiting"}')).toBe(0)
  expect(value(text, 'tidemark_live_clients')).toBe(7)
  expect(value(text, 'tidemark_database_connections{application="tidemark",state="active"}')).toBeGreaterThan(0)
  expect(value(text, 'tidemark_database_connections_max')).toBeGreaterThan(10)
})

test('a session that no refresh has brought is alarmed once, in the log and as a metric, until one succeeds', async () => {
  // The last due session at `now` (a Tuesday morning in Shanghai) is Monday the 23rd in Shanghai, Friday or Monday elsewhere.
  await refreshedAt('2026-11-23T07:00:01Z', { mic: 'XSHG', outcome: 'failed' })
  const [shanghai] = (await refreshAlarms(seeded.store, now)).filter(({ mic }) => mic === 'XSHG')
  expect(shanghai).toMatchObject({ session: '2026-11-23', lastSuccessAt: new Date('2026-11-19T07:35:00Z') })
  expect(value(await figures(), 'tidemark_refresh_alarm{mic="XSHG"}')).toBe(1)
  expect(await figures(false)).not.toContain('tidemark_refresh_alarm')

  const captured = captureLog()
  const first = await tellAlarms(seeded.store, now, new Set())
  const alarms = captured.lines().filter(({ mic }) => mic === 'XSHG')
  expect(alarms).toMatchObject([{ level: 50, session: '2026-11-23', msg: expect.stringContaining('Shanghai') }])
  const logged = captured.lines().length
  const second = await tellAlarms(seeded.store, now, first)
  expect([captured.lines().length, second]).toEqual([logged, first])

  await refreshedAt('2026-11-23T07:35:00Z', { mic: 'XSHG' })
  const third = await tellAlarms(seeded.store, now, second)
  expect(captured.lines().at(-1)).toMatchObject({ level: 30, alarm: 'XSHG 2026-11-23' })
  captured.restore()
  expect([...third].some((name) => name.startsWith('XSHG'))).toBe(false)
  expect(value(await figures(), 'tidemark_refresh_alarm{mic="XSHG"}')).toBe(0)
})

test('a database that was seeded after the session was due has missed nothing yet', async () => {
  expect(await refreshAlarms(seeded.store, now)).not.toEqual([])
  await seeded.store.sql`
    INSERT INTO seed_state (id, fingerprint, seeded_at) VALUES (1, 'test', ${new Date(now.getTime() - 60_000)})`
  expect(await refreshAlarms(seeded.store, now)).toEqual([])
})
