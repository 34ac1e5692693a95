import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EventsView, type EventView, eventSchema, eventsSchema } from '@/lib/api/events/schema'
import { feedsSchema } from '@/lib/api/feeds/schema'
import { milestonesSchema } from '@/lib/api/milestones/schema'
import { milestonesView } from '@/lib/api/milestones/view'
import { topicsSchema } from '@/lib/api/topics/schema'
import { type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

const events = async (query = '') => eventsSchema.parse(await seeded.json<EventsView>(`/api/v1/events${query}`)).items

describe('events', () => {
  test('are the 21 of the argument unless results days are asked for', async () => {
    const [own, results, all] = [await events(), await events('?kind=results'), await events('?kind=all')]
    expect(own).toHaveLength(21)
    expect(results.every(({ kind }) => kind === 'results')).toBe(true)
    expect(all).toHaveLength(own.length + results.length)
    expect(all.map(({ start }) => start)).toEqual(all.map(({ start }) => start).sort())
  })

  test('are filtered by listing, topic and tag, all at once', async () => {
    const named = await events('?listing=688256.SS')
    expect(named.length).toBeGreaterThan(3)
    expect(named.every(({ listings }) => listings.some(({ symbol }) => symbol === '688256.SS'))).toBe(true)
    const about = await events('?topic=huawei&kind=all')
    expect(about.length).toBeGreaterThan(2)
    expect(about.every(({ topics }) => topics.some(({ slug }) => slug === 'huawei'))).toBe(true)
    const tag = named[0]?.tags[0] ?? ''
    const both = await events(`?listing=688256.SS&tag=${encodeURIComponent(tag)}`)
    expect(both.map(({ slug }) => slug)).toEqual(named.filter(({ tags }) => tags.includes(tag)).map(({ slug }) => slug))
    expect(await events('?tag=no%20such%20tag')).toEqual([])
  })

  test('an unknown listing or topic is a 404 with names like it', async () => {
    expect(await seeded.problem('/api/v1/events?listing=nvda', 404)).toMatchObject({
      parameter: 'listing',
      near: ['NVDA'],
    })
    expect(await seeded.problem('/api/v1/events?topic=hauwei', 404)).toMatchObject({
      parameter: 'topic',
      near: ['huawei'],
    })
  })

  test('one has its day 0 on the exchange of each listing it names', async () => {
    const event = eventSchema.parse(await seeded.json<EventView>('/api/v1/events/deepseek-r1-shock'))
    expect(event.date).toMatch(/^2025-01-2\d$/)
    expect(event.dayZero.map(({ symbol }) => symbol)).toEqual(event.listings.map(({ symbol }) => symbol))
    expect(event.dayZero.find(({ symbol }) => symbol === 'NVDA')?.session).toBe('2025-01-27')
  })

  test('one known to the month only has no day 0 and says why', async () => {
    const month = (await events('?kind=all')).filter(({ precision }) => precision === 'month')
    expect(month.length).toBeGreaterThan(0)
    for (const { dayZero, date } of month) {
      expect(date).toMatch(/^\d{4}-\d{2}$/)
      for (const zero of dayZero) expect(zero).toMatchObject({ session: null, note: 'Only the month is known' })
    }
  })

  test('an unknown slug is a 404 with slugs like it', async () => {
    expect((await seeded.problem('/api/v1/events/deepseek-r1-shok', 404)).near?.[0]).toBe('deepseek-r1-shock')
    await seeded.problem('/api/v1/events/%00', 400)
  })
})

test('milestones say where they stand on the day: promised, due, then late', async () => {
  const { items } = milestonesSchema.parse(await seeded.json('/api/v1/milestones'))
  expect(items).toHaveLength(6)
  const quarter = items.find(({ promised, shippedOn }) => promised === '2026-Q4' && shippedOn === null)
  expect(quarter?.window).toEqual({ start: '2026-10-01', end: '2026-12-31' })
  const stateAt = async (moment: string) =>
    (await milestonesView(seeded.store, new Date(moment))).items.find(({ slug }) => slug === quarter?.slug)?.state
  expect(await stateAt('2026-09-30T23:59:59Z')).toBe('promised')
  expect(await stateAt('2026-10-01T00:00:00Z')).toBe('due')
  expect(await stateAt('2026-12-31T23:59:59Z')).toBe('due')
  expect(await stateAt('2027-01-01T00:00:00Z')).toBe('late')
})

test('milestones tell how late they are, and are there from the event that announced them', async () => {
  const at = async (moment: string) => (await milestonesView(seeded.store, new Date(moment))).items
  const [first] = await at('2026-05-26T12:00:00Z')
  expect(first).toMatchObject({ slug: 'ascend-950pr', state: 'late', daysLate: 56 })
  expect(first?.announced).toMatchObject({ event: 'huawei-connect-2025', date: '2025-09-18' })
  expect((await at('2026-03-31T23:59:59Z'))[0]).toMatchObject({ state: 'due', daysLate: null })
  expect(await at('2025-09-18T23:59:59Z')).toHaveLength(6)
  expect(await at('2025-09-17T12:00:00Z')).toEqual([])
})

test('topics and feeds are there whole', async () => {
  const topics = topicsSchema.parse(await seeded.json('/api/v1/topics')).items
  expect(topics.find(({ slug }) => slug === 'cambricon')).toMatchObject({ kind: 'company', listings: ['688256.SS'] })
  const feeds = feedsSchema.parse(await seeded.json('/api/v1/feeds')).items
  expect(feeds.map(({ id }) => id)).toEqual(expect.arrayContaining(['yahoo', 'sec', 'eastmoney-data', 'ecb']))
  expect(feeds.every(({ state, terms }) => state === 'never' && terms !== '')).toBe(true)
  expect(feeds.every(({ nameZh, termsZh }) => nameZh !== '' && /[\u4e00-\u9fff]/.test(termsZh))).toBe(true)
  expect(feeds.every(({ bucket }) => bucket !== null && bucket.left === bucket.capacity)).toBe(true)
})
