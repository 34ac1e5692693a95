import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { schedule } from '@/lib/ingest/schedule'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { sessionsBetween } from '@/lib/market/sessions'
import { addMissingRules } from '@/lib/store/rule/addMissing'
import { beginRun } from '@/lib/store/run/begin'
import { listSignals } from '@/lib/store/signal/list'
import { catchUp } from '../../jobs/worker/catchUp'
import { runSlot } from '../../jobs/worker/slots'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'
import { captureLog } from '../log'
import { bar, environmentAt, fakeFeed, newListing, storeBars } from '../store/ingest/fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
  captureLog()
})
afterEach(() => store.sql`TRUNCATE refresh_run, listing, rule CASCADE`)
afterAll(async () => {
  vi.restoreAllMocks()
  await store.close()
})

const bars = schedule.filter(({ job }) => job === 'bars')
// 2026-07-03 is a Friday; Shanghai's slot is at 07:35Z.
const days = sessionsBetween('XSHG', '2026-06-24', '2026-07-08')

/** A listing that has every session up to `last`, and an environment at `now` with a feed that has them all. */
async function behindSince(last: string, now: string) {
  const listing = await newListing(store, { trackedFrom: '2026-06-24' })
  await storeBars(
    store,
    listing.id,
    days.filter((day) => day <= last).map((day) => bar(day, '10')),
  )
  const { feed, asked } = fakeFeed('first', { bars: days.map((day) => bar(day, '10')) })
  return { env: environmentAt(store, now, [feed]), asked, feed }
}

const slots = async () =>
  (await store.sql<{ slot_id: string }[]>`SELECT slot_id FROM refresh_run`).map((row) => row.slot_id)
const later = (env: RefreshEnvironment, now: string): RefreshEnvironment => ({ ...env, clock: () => new Date(now) })

describe('a missed slot', () => {
  test('runs once, late, the newest one only, under its own id', async () => {
    const { env, asked } = await behindSince('2026-06-30', '2026-07-03T12:00:00Z')
    await catchUp(env, bars)
    await catchUp(env, bars)
    expect(await slots()).toEqual(['bars-XSHG@2026-07-03T07:35Z'])
    expect(asked).toHaveLength(1)
  })

  test('has the rules evaluated on what it brought, and once however often it is looked for', async () => {
    const parameters = { side: 'high', window: 5, quiet: 1 }
    const rule = {
      slug: 'high',
      name: 'High',
      nameZh: '新高',
      kind: 'extreme',
      parameters,
      listings: [],
      position: 1,
    } as const
    await addMissingRules(store, contextAt('2026-06-01T00:00:00Z'), [rule])
    const { env } = await behindSince('2026-07-02', '2026-07-03T12:00:00Z')
    const rising = fakeFeed('first', { bars: days.map((day) => bar(day, day === '2026-07-03' ? '10.5' : '10')) })
    await catchUp({ ...env, sources: environmentAt(store, '2026-07-03T12:00:00Z', [rising.feed]).sources }, bars)
    await catchUp(env, bars)
    const told = await listSignals(store.sql, {}, { limit: 10, offset: 0 })
    expect(told).toMatchObject([{ rule: 'high', session: '2026-07-03', numbers: { close: '10.5', previous: '10' } }])
  })

  test('of Friday is still run on a Monday before the next one', async () => {
    const { env } = await behindSince('2026-07-02', '2026-07-06T03:00:00Z')
    await catchUp(env, bars)
    expect(await slots()).toContain('bars-XSHG@2026-07-03T07:35Z')
  })

  test('is not run when no series is behind', async () => {
    const { env, asked } = await behindSince('2026-07-03', '2026-07-03T12:00:00Z')
    await catchUp(env, bars)
    expect([await slots(), asked]).toEqual([[], []])
  })

  test('is not run by two workers that look at once', async () => {
    const { env, asked } = await behindSince('2026-06-30', '2026-07-03T12:00:00Z')
    await Promise.all([catchUp(env, bars), catchUp(env, bars)])
    expect(asked).toHaveLength(1)
  })

  test('that failed is left to the sweep of the night, which runs once though it was missed too', async () => {
    const { env, asked } = await behindSince('2026-06-30', '2026-07-03T12:00:00Z')
    const none = { ...env, sources: { ...env.sources, barFeedsFor: () => [] } }
    await catchUp(none, bars)
    await catchUp(env, bars)
    expect(asked).toHaveLength(0)
    const night = later(env, '2026-07-03T23:45:00Z')
    await catchUp(night, bars)
    await catchUp(night, bars)
    expect(await slots()).toEqual(['bars-XSHG@2026-07-03T07:35Z', 'sweep@2026-07-03T23:30Z'])
    expect(asked).toHaveLength(1)
  })

  test('of a worker that went on its way is left alone while its lease lasts', async () => {
    const { env, asked } = await behindSince('2026-06-30', '2026-07-03T07:36:30Z')
    const run = { job: 'bars', slotId: 'bars-XSHG@2026-07-03T07:35Z', trigger: 'schedule' }
    await beginRun(store, contextAt('2026-07-03T07:35:00Z'), run)
    await catchUp(env, bars)
    expect(asked).toHaveLength(0)
  })
})

test('a sweep that finds nothing behind is done: it is not looked for again', async () => {
  const { env } = await behindSince('2026-07-03', '2026-07-03T23:30:00Z')
  const sweep = schedule.filter(({ id }) => id === 'sweep')
  for (const job of sweep) await runSlot(env, job, env.clock())
  expect(await slots()).toEqual(['sweep@2026-07-03T23:30Z'])
  const second = await behindSince('2026-06-30', '2026-07-04T02:00:00Z')
  await catchUp(second.env, sweep)
  expect(second.asked).toHaveLength(0)
})
