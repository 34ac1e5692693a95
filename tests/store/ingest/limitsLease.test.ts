import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runRefresh } from '@/lib/ingest/refresh'
import { beginRun } from '@/lib/store/run/begin'
import { extendLease } from '@/lib/store/run/lease'
import { openSlots } from '@/lib/store/run/openSlots'
import { finishRun } from '@/lib/store/run/record'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, newListing } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const outcomes = (slotId: string) =>
  store.sql<{ outcome: string }[]>`
    SELECT outcome FROM refresh_run WHERE slot_id = ${slotId} OR slot_id LIKE ${`${slotId}#%`} ORDER BY started_at, slot_id DESC`

describe('the lease of a run', () => {
  test('of a worker that was killed: while it lasts nobody has the slot, then one of three, and the first run is abandoned', async () => {
    const run = { job: 'bars', slotId: 'bars-XHKG@2026-11-24T08:35Z', trigger: 'schedule' }
    const first = await beginRun(store, contextAt('2026-11-24T08:35:00Z'), run)
    expect(await beginRun(store, contextAt('2026-11-24T08:36:59Z'), run)).toBeNull()
    expect(await openSlots(store.sql, [run.slotId], new Date('2026-11-24T08:36:59Z'))).toEqual([])
    const late = contextAt('2026-11-24T08:37:01Z')
    expect(await openSlots(store.sql, [run.slotId, 'never@1'], late.now)).toEqual([
      { slotId: run.slotId, state: 'abandoned' },
      { slotId: 'never@1', state: 'missed' },
    ])
    const ids = (await Promise.all([1, 2, 3].map(() => beginRun(store, late, run)))).filter((id) => id !== null)
    expect(ids).toHaveLength(1)
    expect(ids[0]).not.toBe(first)
    expect(await outcomes(run.slotId)).toEqual([{ outcome: 'abandoned' }, { outcome: 'running' }])
  })

  test('a run that was only slow can neither extend nor finish what was taken from it', async () => {
    const run = { job: 'bars', slotId: 'bars-XNYS@2026-11-24T21:35Z', trigger: 'schedule' }
    const slow = (await beginRun(store, contextAt('2026-11-24T21:35:00Z'), run)) ?? ''
    expect(await extendLease(store.sql, contextAt('2026-11-24T21:36:30Z'), slow)).toBe(true)
    expect(await beginRun(store, contextAt('2026-11-24T21:38:00Z'), run)).toBeNull()
    const late = contextAt('2026-11-24T21:38:31Z')
    const taker = (await beginRun(store, late, run)) ?? ''
    expect(await extendLease(store.sql, late, slow)).toBe(false)
    await finishRun(store, late, slow)
    expect(await outcomes(run.slotId)).toEqual([{ outcome: 'abandoned' }, { outcome: 'running' }])
    await finishRun(store, late, taker)
    expect(await beginRun(store, contextAt('2026-12-24T00:00:00Z'), run)).toBeNull()
  })

  const slowFeed = (ms: number) => {
    const { feed, asked } = fakeFeed('first', { bars: [bar('2026-07-01', '10')] })
    return {
      asked,
      feed: {
        ...feed,
        fetchBars: (...args: Parameters<typeof feed.fetchBars>) => sleep(ms).then(() => feed.fetchBars(...args)),
      },
    }
  }
  const order = (symbols: string[], slotId: string) => ({ job: 'bars' as const, symbols, slotId, trigger: 'test' })
  const live = { clock: () => new Date(Date.now()) }

  test('is extended while the run goes on, for longer than it lasts', async () => {
    const { symbol } = await newListing(store)
    const env = {
      ...environmentAt(store, '2026-07-02T12:00:00Z', [slowFeed(4_000).feed]),
      ...live,
      lease: { leaseMs: 1_800, beatMs: 150 },
    }
    const running = runRefresh(env, order([symbol], 'long'))
    await sleep(2_600)
    expect(
      await beginRun(store, contextAt(new Date().toISOString()), { job: 'bars', slotId: 'long', trigger: 'test' }),
    ).toBeNull()
    expect((await running)?.outcome).not.toBe('interrupted')
  })

  test('that was lost ends the run between two steps, and leaves the rest to the taker', async () => {
    const symbols = [(await newListing(store)).symbol, (await newListing(store)).symbol]
    const { feed, asked } = slowFeed(700)
    const env = {
      ...environmentAt(store, '2026-07-02T12:00:00Z', [feed]),
      ...live,
      lease: { leaseMs: 5_000, beatMs: 100 },
    }
    const running = runRefresh(env, order(symbols, 'lost'))
    await sleep(300)
    const taken = await beginRun(store, contextAt(new Date(Date.now() + 60_000).toISOString()), {
      job: 'bars',
      slotId: 'lost',
      trigger: 'test',
    })
    expect(taken).not.toBeNull()
    expect(await running).toMatchObject({ outcome: 'interrupted' })
    expect(asked.length).toBeLessThan(2)
    expect(await outcomes('lost')).toEqual([{ outcome: 'abandoned' }, { outcome: 'running' }])
  })
})
