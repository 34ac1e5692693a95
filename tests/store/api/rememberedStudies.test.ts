import { afterAll, beforeAll, expect, test } from 'vitest'
import { acrossView } from '@/lib/api/across/view'
import { type CompareInput, compareView, comparison } from '@/lib/api/compare/view'
import { memoryOf } from '@/lib/api/memory/memory'
import { remembered } from '@/lib/api/memory/remember'
import { studyView } from '@/lib/api/study/view'
import { openStore, type Store } from '@/lib/store/connection/store'
import { eventBySlug } from '@/lib/store/event/list'
import { listingBySymbol } from '@/lib/store/listing/list'
import { defaultSettings } from '@/lib/studies/event/settings'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
/** Another process that remembers nothing. */
let fresh: Store
beforeAll(async () => {
  seeded = await seededApi()
  fresh = openStore(seeded.store.url, { max: 3 })
  memoryOf(fresh).resize(0)
})
afterAll(async () => {
  await fresh.close()
  await seeded.store.close()
})

const compared: CompareInput = { symbols: ['688256.SS', '0700.HK'], rebase: 'event:deepseek-ue8m0', currency: 'USD' }

async function study(store: Store, at = now) {
  const [event, listing] = [await eventBySlug(store, 'deepseek-ue8m0'), await listingBySymbol(store.sql, '688256.SS')]
  if (event === null || listing === null) throw new Error('The seed has changed')
  return studyView(store, event, listing, defaultSettings, at)
}

test('what is remembered is what would be made anew, after every kind of change, and what concerns it not does not end it', async () => {
  const { sql } = seeded.store
  const bar = (symbol: string, session: string, set: ReturnType<typeof sql>) =>
    sql`UPDATE bar SET ${set} FROM listing l WHERE l.id = listing_id AND l.symbol = ${symbol} AND session = ${session}`
  const changes = {
    'a settled bar': bar('688256.SS', '2025-08-22', sql`close = 1200.5`),
    'a bar of the benchmark': bar('000688.SS', '2025-08-21', sql`close = close * 1.01`),
    'a title': sql`UPDATE event SET title = 'Another title' WHERE slug = 'deepseek-ue8m0'`,
    'an event more': sql`UPDATE event SET start = '2025-06-13' WHERE slug = (SELECT slug FROM event WHERE kind = 'results' ORDER BY slug LIMIT 1)`,
    'a rate': sql`UPDATE fx_rate SET rate = rate * 1.02 WHERE quote = 'CNY' AND date = '2025-08-20'`,
    'a name': sql`UPDATE listing SET name = 'Cambricon' WHERE symbol = '688256.SS'`,
    'an action': sql`
      INSERT INTO corporate_action (listing_id, ex_date, kind, ratio_numerator, ratio_denominator, feed, fetched_at)
      SELECT id, '2026-06-01', 'split', 2, 1, 'edited', now() FROM listing WHERE symbol = '688256.SS'`,
  }
  const ofStudies = ['a bar of the benchmark', 'an event more', 'an action']
  for (const [name, change] of Object.entries(changes)) {
    await change
    expect({ name, view: await compareView(seeded.store, compared, now) }).toEqual({
      ...{ name, view: await compareView(fresh, compared, now) },
    })
    // A study takes half a second: not after each.
    if (ofStudies.includes(name))
      expect({ name, view: await study(seeded.store) }).toEqual({ name, view: await study(fresh) })
  }
  const kept = await comparison(seeded.store, compared, now)
  await bar('NVDA', '2026-05-15', sql`close = close * 1.01`)
  expect(await comparison(seeded.store, compared, now)).toBe(kept)
})

test('the price of a running session leaves what looks at settled bars alone', async () => {
  const { sql } = seeded.store
  const kept = await comparison(seeded.store, compared, now)
  const price = (close: number) => sql`
    INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
    SELECT id, '2026-11-24', ${close}, ${close}, ${close}, ${close}, 1, false, 'yahoo', symbol, ${now}, '2026-11-24T01:59:00Z' FROM listing WHERE symbol = '688256.SS'
    ON CONFLICT (listing_id, session) DO UPDATE SET close = ${close}, high = ${close}`
  await price(700)
  const running = await comparison(seeded.store, compared, now)
  expect(running).not.toBe(kept)
  await price(701)
  expect(await comparison(seeded.store, compared, now)).toBe(running)
  const all = { ...compared, currency: 'local', settled: 'all' } as const
  const shown = await compareView(seeded.store, all, now)
  await price(702)
  expect((await compareView(seeded.store, all, now)).series[0]?.value).not.toEqual(shown.series[0]?.value)
})

test('an answer holds until an ex-date opens, an event is known or the day ends, and one of the past is its own', async () => {
  const { sql } = seeded.store
  const at = (moment: string) => new Date(moment)
  const ends = async (moment: string, later: string, question: CompareInput = { ...compared, currency: 'local' }) =>
    (await comparison(seeded.store, question, at(moment))) !== (await comparison(seeded.store, question, at(later)))
  expect(await ends('2026-11-25T00:10:00Z', '2026-11-25T23:50:00Z')).toBe(false)
  expect(await ends('2026-11-25T23:50:00Z', '2026-11-26T00:10:00Z')).toBe(true)
  await sql`
    INSERT INTO corporate_action (listing_id, ex_date, kind, ratio_numerator, ratio_denominator, feed, fetched_at)
    SELECT id, '2026-11-26', 'split', 2, 1, 'edited', now() FROM listing WHERE symbol = '688256.SS'`
  expect(await ends('2026-11-26T01:20:00Z', '2026-11-26T01:29:00Z')).toBe(false)
  expect(await ends('2026-11-26T01:29:00Z', '2026-11-26T01:30:00Z')).toBe(true)
  const past = await study(seeded.store, at('2025-09-30T23:59:59Z'))
  expect(past).toEqual(await study(fresh, at('2025-09-30T23:59:59Z')))
  expect(past.meta.lastSession).toBe('2025-09-30')
  expect((await study(seeded.store)).meta.lastSession).not.toBe('2025-09-30')
})

test('many who ask at once wait for one answer, and one that failed is not remembered', async () => {
  let [made, fails] = [0, true]
  const ask = () =>
    remembered(seeded.store, 'test', now, async (watch) => {
      await watch.listing('NVDA')
      made++
      if (fails) throw new Error('it failed')
      return { made }
    })
  await expect(ask()).rejects.toThrow('it failed')
  fails = false
  const all = await Promise.all(Array.from({ length: 30 }, ask))
  expect([new Set(all).size, made]).toEqual([1, 2])
})

test('the table across events is remembered, and says the moment that it is looked at', async () => {
  const filter = { listing: '688256.SS', kind: 'event' } as const
  const first = await acrossView(seeded.store, filter, now)
  const later = new Date(now.getTime() + 60_000)
  const second = await acrossView(seeded.store, filter, later)
  expect(second.items).toBe(first.items)
  expect(second.meta.asOf).toBe(later.toISOString())
})
