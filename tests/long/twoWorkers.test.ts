import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schedule } from '@/lib/ingest/schedule'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { everyOrigin, startJob } from '../fault/process'
import { laterCambricon } from '../fault/seeded'
import { type Standin, startStandin } from '../standin'

let store: FreshStore
let standin: Standin
beforeAll(async () => {
  store = await seededStore()
  standin = await startStandin()
})
afterAll(async () => {
  await standin.close()
  await store.close()
})

/** Whether a feed is asked for live prices: of the day alone. */
function isLive(url: string): boolean {
  const { searchParams } = new URL(url, 'http://feed')
  return url.includes('/q=') || Number(searchParams.get('period2')) - Number(searchParams.get('period1')) === 86_400
}

/** What the feeds were asked for by a slot. While an exchange trades live prices are asked for as well, and this test runs at any hour. */
const ofSlots = () => standin.requests.filter(({ url }) => !isLive(url))

test('two workers that start together run each missed slot once, late, and both end on SIGTERM with exit 0', async () => {
  const { listing } = await laterCambricon(store, '2026-11-20')
  standin.setData({ listings: [listing] })
  const env = { DATABASE_URL: store.url, ...everyOrigin(standin.origin) }
  const workers = [startJob('worker', [], env), startJob('worker', [], env)]
  await Promise.all(workers.map(({ says }) => says('behind: ')))
  while ((await store.sql`SELECT 1 FROM refresh_run WHERE outcome = 'running' AND job <> 'quotes'`).length > 0)
    await pause(50)
  for (const { child } of workers) child.kill('SIGTERM')
  for (const { ended } of workers) expect(await ended).toMatchObject({ code: 0, stderr: '' })
  const charts = ofSlots().filter(({ url }) => url.includes('/v8/finance/chart/688256.SS'))
  // Once for its bars, once for the splits and dividends of the week.
  expect(charts).toHaveLength(2)
  const runs = await store.sql<{ slot: string; runs: number }[]>`
    SELECT split_part(slot_id, '@', 1) AS slot, count(*)::int AS runs FROM refresh_run WHERE job <> 'quotes' GROUP BY 1`
  expect(Object.fromEntries(runs.map(({ slot, runs }) => [slot, runs]))).toEqual(
    Object.fromEntries(schedule.filter(({ id }) => id !== 'sweep').map(({ id }) => [id, 1])),
  )
})

test('a worker started again finds its slots done and asks no feed', async () => {
  const asked = ofSlots().length
  const worker = startJob('worker', [], { DATABASE_URL: store.url, ...everyOrigin(standin.origin) })
  await worker.says('behind: ')
  await pause(300)
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toMatchObject({ code: 0, stderr: '' })
  expect(
    ofSlots()
      .slice(asked)
      .map(({ url }) => url),
  ).toEqual([])
})
