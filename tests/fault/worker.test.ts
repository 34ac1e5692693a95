import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FreshStore } from '../database/fresh'
import { type Standin, startStandin } from '../standin'
import { everyOrigin, nowhere, startJob } from './process'
import { laterCambricon, seededStore } from './seeded'

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

test('two workers that start together refresh what is stale once, and both end on SIGTERM with exit 0', async () => {
  const { listing } = await laterCambricon(store, '2026-11-20')
  standin.setData({ listings: [listing] })
  const env = { DATABASE_URL: store.url, ...everyOrigin(standin.origin) }
  const workers = [startJob('worker', [], env), startJob('worker', [], env)]
  const finished = async () =>
    (await store.sql`SELECT 1 FROM refresh_run WHERE trigger = 'start' AND outcome <> 'running'`).length
  while ((await finished()) < 3) await new Promise((resolve) => setTimeout(resolve, 50))
  for (const { child } of workers) child.kill('SIGTERM')
  for (const { ended } of workers) expect(await ended).toMatchObject({ code: 0, stderr: '' })
  const charts = standin.requests.filter(({ url }) => url.includes('/v8/finance/chart/688256.SS'))
  expect(charts).toHaveLength(1)
  const runs = await store.sql`SELECT job, count(*)::int AS runs FROM refresh_run GROUP BY job ORDER BY job`
  expect(runs).toEqual([
    { job: 'bars', runs: 1 },
    { job: 'fx', runs: 1 },
    { job: 'revenue', runs: 1 },
  ])
  expect(workers.map(({ output }) => output()).join('')).toMatch(/start:bars:\S+ is done by another worker/)
})

test('with REFRESH=off it is idle, says so, tells its launcher it is ready, and asks no feed', async () => {
  const asked = standin.requests.length
  const worker = startJob(
    'worker',
    [],
    { DATABASE_URL: store.url, REFRESH: 'off', ...everyOrigin(standin.origin) },
    true,
  )
  const ready = new Promise((resolve) => worker.child.once('message', resolve))
  expect(await ready).toBe('ready')
  await worker.says('refreshing is off')
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toMatchObject({ code: 0 })
  expect(standin.requests.length).toBe(asked)
})

test('a worker whose launcher is gone ends by itself', async () => {
  const worker = startJob('worker', [], { DATABASE_URL: store.url, ...nowhere }, true)
  await new Promise((resolve) => worker.child.once('message', resolve))
  worker.child.disconnect()
  expect(await worker.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('the launcher is gone') })
})

test('a worker without its database ends with a message and not in a loop', async () => {
  const url = new URL(store.url)
  url.pathname = '/not_there'
  const ended = await startJob('worker', [], { DATABASE_URL: url.href, ...nowhere }).ended
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('database "not_there" does not exist') })
})
