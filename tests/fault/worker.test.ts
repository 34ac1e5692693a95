import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registeredSources } from '@/lib/ingest/feedContext'
import { feedLimits } from '@/lib/ingest/limits'
import { schedule } from '@/lib/ingest/schedule'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { readSettings } from '@/lib/settings'
import { requestWork } from '@/lib/store/request/add'
import { requestById } from '@/lib/store/request/list'
import { catchUp } from '../../jobs/worker/catchUp'
import { type FreshStore, freshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { type Standin, startStandin } from '../standin'
import { everyOrigin, nowhere, startJob } from './process'
import { laterCambricon } from './seeded'

let store: FreshStore
let standin: Standin
beforeAll(async () => {
  store = await freshStore()
  standin = await startStandin()
})
afterAll(async () => {
  await standin.close()
  await store.close()
})

test('the slot of a worker that was killed -9 is taken over by another one that is up, once its lease is over', async () => {
  const killed = await seededStore()
  const slow = await startStandin()
  try {
    const { listing } = await laterCambricon(killed, '2026-11-20')
    slow.setData({ listings: [listing] })
    slow.set({ match: '688256.SS', fault: { kind: 'stall' } })
    const settings = { DATABASE_URL: killed.url, ...everyOrigin(slow.origin) }
    const worker = startJob('worker', [], settings)
    while (!slow.requests.some(({ url }) => url.includes('688256.SS'))) await pause(20)
    worker.child.kill('SIGKILL')
    expect(await worker.ended).toMatchObject({ signal: 'SIGKILL' })
    slow.set(null)

    const shanghai = schedule.filter(({ id }) => id === 'bars-XSHG')
    const other = (aheadMs: number): RefreshEnvironment => {
      const who = { store: killed, actor: 'other', clock: () => new Date(Date.now() + aheadMs) }
      return { ...who, sources: registeredSources(readSettings(settings), feedLimits(who)) }
    }
    const runs = () => killed.sql<{ outcome: string }[]>`
      SELECT outcome FROM refresh_run WHERE slot_id LIKE 'bars-XSHG@%' ORDER BY started_at`
    await catchUp(other(60_000), shanghai)
    expect(await runs()).toEqual([{ outcome: 'running' }])
    await catchUp(other(130_000), shanghai)
    const [first, second, ...more] = await runs()
    expect([first?.outcome, more]).toEqual(['abandoned', []])
    expect(['succeeded', 'partly']).toContain(second?.outcome)
    const [bars] = await killed.sql<{ last: string }[]>`
      SELECT max(session) AS last FROM bar JOIN listing l ON l.id = listing_id WHERE l.symbol = '688256.SS'`
    expect(bars?.last).toBe('2026-11-20')
  } finally {
    await slow.close()
    await killed.close()
  }
})

test('with REFRESH=off it waits for what an admin asks, says so, tells its launcher it is ready, and asks no feed besides', async () => {
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
  const ctx = { actor: 'ada@example.org', scopes: ['admin'] as const, now: new Date() }
  const { id } = await requestWork(store, ctx, { kind: 'test-feed', feed: 'ecb' })
  await worker.says('ada@example.org asked for test-feed ecb')
  expect(await requestById(store.sql, id)).toMatchObject({ result: { feed: 'ecb', target: 'EUR/USD' } })
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toMatchObject({ code: 0 })
  // Only what was asked for.
  expect(standin.requests.slice(asked).map(({ url }) => url)).toEqual([expect.stringContaining('eurofxref')])
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
