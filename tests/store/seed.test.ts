import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedStore } from '@/jobs/seed'
import { seedDatabase } from '@/jobs/start/prepare'
import { registeredSources } from '@/lib/ingest/feedContext'
import { revenueSubjects } from '@/lib/ingest/revenueSubjects'
import { isMic } from '@/lib/market/exchange'
import { sessionsBetween } from '@/lib/market/sessions'
import { readSettings } from '@/lib/settings'
import { readBars } from '@/lib/store/bar/read'
import { writeBars } from '@/lib/store/bar/write'
import { listClaims } from '@/lib/store/claim/list'
import { listEvents } from '@/lib/store/event/list'
import { listListings } from '@/lib/store/listing/list'
import { listMilestones } from '@/lib/store/milestone/list'
import { readRevenue } from '@/lib/store/revenue/read'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'

let store: FreshStore
const ctx = contextAt('2026-11-24T00:00:00Z')

/** Every stored row of every table that the seed fills, in a fixed order. */
const snapshot = async () =>
  Promise.all(
    ['topic', 'listing', 'topic_listing', 'feed_symbol', 'bar', 'corporate_action', 'revenue_fact', 'fx_rate']
      .concat(['share_count', 'event', 'event_topic', 'event_listing', 'claim', 'milestone'])
      .map(async (table) => {
        const [row] = await store.sql<{ hash: string }[]>`
        SELECT md5(string_agg(t::text, E'\n' ORDER BY t::text)) AS hash FROM ${store.sql(table)} t`
        return [table, row?.hash]
      }),
  )

beforeAll(async () => {
  store = await freshStore()
  await seedStore(store, ctx)
})
afterAll(() => store.close())

describe('what ships in the box', () => {
  test('holds the article: 21 dated events, ten claims, six milestones, ten listings', async () => {
    expect(await listEvents(store, { kind: 'event' })).toHaveLength(21)
    expect((await listEvents(store, { kind: 'results' })).length).toBeGreaterThan(20)
    expect(await listClaims(store)).toHaveLength(10)
    expect(await listMilestones(store)).toHaveLength(6)
    expect(await listListings(store.sql)).toHaveLength(10)
  })

  test('seeding twice changes nothing', async () => {
    const before = await snapshot()
    const counts = await seedStore(store, contextAt('2026-12-01T00:00:00Z'))
    expect(Object.values(counts).every((count) => count === 0)).toBe(true)
    expect(await snapshot()).toEqual(before)
  })

  test('every listing has every session of its calendar from trackedFrom to its last one', async () => {
    for (const { id, symbol, mic, trackedFrom } of await listListings(store.sql)) {
      if (!isMic(mic)) throw new Error(symbol)
      const { session } = await readBars(store.sql, id)
      expect({ symbol, session }).toEqual({ symbol, session: sessionsBetween(mic, trackedFrom, session.at(-1) ?? '') })
    }
  })

  test('prices are as traded: the figures every article of the time gives', async () => {
    const close = async (symbol: string, session: string) => {
      const [listing] = await listListings(store.sql, symbol)
      return (await readBars(store.sql, listing?.id ?? 0, { from: session, to: session })).close
    }
    expect(await close('688256.SS', '2025-08-28')).toEqual(['1587.91'])
    expect(await close('NVDA', '2024-06-07')).toEqual(['1208.88'])
  })

  test('both sides have a feed for their revenue', async () => {
    const subjects = (await revenueSubjects({ store, sources: registeredSources(readSettings({})) })).map(
      ({ topic, feed, key }) => `${topic} ${feed.id} ${key}`,
    )
    expect(subjects.slice(0, 2)).toEqual(['cambricon eastmoney-data 688256', 'nvidia sec 0001045810'])
  })

  test('revenue has 18 quarters a side, with derived ones flagged', async () => {
    const rows = await readRevenue(store.sql, ['nvidia', 'cambricon'])
    const of = (topic: string) => rows.filter((row) => row.topic === topic)
    expect(of('nvidia')).toHaveLength(18)
    expect(of('nvidia')[0]?.label).toBe('FY2023-Q1')
    expect(of('nvidia').find(({ label }) => label === 'FY2026-Q4')).toMatchObject({
      value: '68127000000',
      derived: true,
    })
    expect(of('cambricon')).toHaveLength(18)
    expect(of('cambricon').find(({ label }) => label === '2025-Q2')).toMatchObject({
      value: '1769244544.29',
      derived: false,
    })
  })
})

test('a seed never overwrites what a feed or an admin has since changed', async () => {
  const [listing] = await listListings(store.sql, 'NVDA')
  const id = listing?.id ?? 0
  const asOf = new Date('2024-06-07T20:00:00Z')
  const bar = { session: '2024-06-07', open: '1', high: '1', low: '1', close: '1', volume: 1n, settled: true, asOf }
  await writeBars(store.sql, ctx, id, [bar], { feed: 'yahoo', feedSymbol: 'NVDA', fetchedAt: ctx.now })
  await store.prisma.event.update({ where: { slug: 'deepseek-r1-shock' }, data: { title: 'An admin wrote this' } })
  await store.prisma.listing.update({ where: { symbol: 'NVDA' }, data: { name: 'An admin wrote this too' } })
  const before = await snapshot()
  await seedStore(store, ctx)
  expect(await snapshot()).toEqual(before)
})

test('a start seeds once for each bundle, and what was taken out since stays out', async () => {
  const other = await freshStore()
  try {
    const first = await seedDatabase(other, ctx.now)
    expect(first.value.events).toBe(46)
    await other.prisma.claim.delete({ where: { slug: 'cambricon-half-year-revenue' } })
    expect(await seedDatabase(other, ctx.now)).toEqual({ value: {}, said: 'nothing to add' })
    expect(await listClaims(other)).toHaveLength(9)
  } finally {
    await other.close()
  }
})
