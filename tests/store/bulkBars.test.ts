import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '@/lib/market/date'
import { readBars } from '@/lib/store/bar/read'
import { type BarInput, writeBars } from '@/lib/store/bar/write'
import { type BarBatch, fewestCopied, writeBarsOf } from '@/lib/store/bar/writeMany'
import { ScopeError } from '@/lib/store/context'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'
import { seriesVersion } from '../database/seriesVersion'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const ctx = contextAt('2025-09-01T00:00:00Z')
const source = { feed: 'yahoo', feedSymbol: 'a\tb\\N\n.csv', fetchedAt: ctx.now }

const bar = (session: string, close: string, over: Partial<BarInput> = {}): BarInput => ({
  session,
  open: close,
  high: close,
  low: close,
  close,
  volume: 1000n,
  settled: true,
  asOf: new Date(`${session}T07:00:00Z`),
  ...over,
})
const manyBars = (close: string, count = fewestCopied) =>
  Array.from({ length: count }, (_, i) => bar(addDays('2020-01-01', i), close))

async function newListings(count: number): Promise<number[]> {
  const rows = await store.sql<{ id: number }[]>`
    INSERT INTO listing (symbol, mic, ticker, name, name_zh, kind, currency, tracked_from)
    SELECT gen_random_uuid()::text, 'XSHG', 'T', 'T', 'T', 'equity', 'CNY', '2020-01-01' FROM generate_series(1, ${count}::int) RETURNING id`
  return rows.map(({ id }) => id)
}

const revisionsOf = (id: number) =>
  store.sql`SELECT session, trim_scale(close)::text AS close FROM bar_revision WHERE listing_id = ${id}`
const newestNote = async () => (await store.sql`SELECT max(id) AS id FROM live_change`)[0]?.id ?? 0n

/** The process of a COPY that waits for another transaction, as soon as there is one. */
async function copyWaiting(): Promise<number> {
  for (;;) {
    const [row] = await store.sql<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'COPY bar %'`
    if (row !== undefined) return row.pid
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('many bars of several listings: each is told to its readers once, and its version moves', async () => {
  const ids = await newListings(3)
  const [first = 0, second = 0, third = 0] = ids
  await writeBars(store.sql, ctx, third, [bar('2020-01-01', '5')], source)
  const versions = () => Promise.all(ids.map((id) => seriesVersion(store.sql, id)))
  const [before, notes] = [await versions(), await newestNote()]
  const batches: BarBatch[] = [
    { listingId: second, bars: manyBars('7'), source },
    { listingId: third, bars: [bar('2020-01-01', '5')], source },
    { listingId: first, bars: [bar('2020-01-01', '3', { settled: false })], source },
  ]
  expect(await writeBarsOf(store.sql, ctx, batches)).toEqual([
    { added: fewestCopied, changed: 0, unchanged: 0 },
    { added: 0, changed: 0, unchanged: 1 },
    { added: 1, changed: 0, unchanged: 0 },
  ])
  const lines = await store.sql`
    SELECT c.topic, l.id FROM live_change c JOIN listing l ON l.symbol = c.key WHERE c.id > ${notes} ORDER BY l.id`
  expect([...lines]).toEqual([
    { topic: 'quotes', id: first },
    { topic: 'bars', id: second },
  ])
  const moved = (await versions()).map((version, i) => version > (before[i] ?? 0n))
  expect(moved).toEqual([true, true, false])
  const stored = await readBars(store.sql, second)
  expect(stored.session).toEqual(manyBars('7').map(({ session }) => session))
  const [kept] = await store.sql`SELECT DISTINCT feed_symbol FROM bar WHERE listing_id = ${second}`
  expect(kept?.feed_symbol).toBe(source.feedSymbol)
})

test('a row that cannot be is refused by its name, nothing is kept, and the connection goes on', async () => {
  const [id = 0] = await newListings(1)
  const bars = [...manyBars('10'), bar('2025-08-28', '10', { low: '11' })]
  await expect(writeBars(store.sql, ctx, id, bars, source)).rejects.toThrow(/bar_prices_in_order/)
  const broken = [...manyBars('10'), bar('2025-08-28', '10\t11')]
  await expect(writeBars(store.sql, ctx, id, broken, source)).rejects.toThrow(/invalid input syntax/)
  const twice = [...manyBars('10'), bar('2020-01-01', '12')]
  await expect(writeBars(store.sql, ctx, id, twice, source)).rejects.toThrow(/2020-01-01 twice/)
  const whenever = [...manyBars('10'), bar('2025-08-28', '10', { asOf: new Date(Number.NaN) })]
  await expect(writeBars(store.sql, ctx, id, whenever, source)).rejects.toThrow(RangeError)
  expect((await readBars(store.sql, id)).session).toEqual([])
  const open =
    await store.sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`
  expect(open).toHaveLength(0)
})

test('promise 2: whoever stores the same session first is not overwritten without a revision', async () => {
  const [id = 0] = await newListings(1)
  let writing: Promise<unknown> = Promise.resolve()
  await store.sql.begin(async (other) => {
    // By hand, and so without the lock of the series.
    await other`
      INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
      VALUES (${id}, '2020-01-05', 9, 9, 9, 9, 1, true, 'x', 'x', now(), now())`
    writing = writeBars(store.sql, ctx, id, manyBars('10'), source)
    const waits = () =>
      store.sql`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'COPY bar %'`
    while ((await waits()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  })
  expect(await writing).toEqual({ added: fewestCopied - 1, changed: 1, unchanged: 0 })
  expect([...(await revisionsOf(id))]).toEqual([{ session: '2020-01-05', close: '9' }])
})

test('within a transaction that is given up nothing is kept; twice the same listing, or no scope, is refused', async () => {
  const [id = 0] = await newListings(1)
  const batch = { listingId: id, bars: manyBars('10'), source }
  const givenUp = store.sql.begin(async (sql) => {
    await writeBarsOf(sql, ctx, [batch])
    await writeBarsOf(sql, ctx, [{ ...batch, bars: manyBars('11') }])
    expect((await readBars(sql, id)).close).toEqual(manyBars('11').map(({ close }) => close))
    throw new Error('given up')
  })
  await expect(givenUp).rejects.toThrow('given up')
  expect((await readBars(store.sql, id)).session).toEqual([])
  expect(await revisionsOf(id)).toHaveLength(0)
  await expect(writeBarsOf(store.sql, ctx, [batch, batch])).rejects.toThrow(/come twice/)
  await expect(writeBarsOf(store.sql, { ...ctx, scopes: ['read'] }, [batch])).rejects.toThrow(ScopeError)
})

test('a connection that is lost in the middle of a COPY is an error, and nothing is kept', async () => {
  const [id = 0] = await newListings(1)
  const other = await store.sql.reserve()
  await other`BEGIN`
  await other`
    INSERT INTO bar (listing_id, session, open, high, low, close, volume, settled, feed, feed_symbol, fetched_at, as_of)
    VALUES (${id}, '2020-01-05', 9, 9, 9, 9, 1, true, 'x', 'x', now(), now())`
  const writing = expect(writeBars(store.sql, ctx, id, manyBars('10'), source)).rejects.toThrow(/CONNECTION|terminat/)
  await store.sql`SELECT pg_terminate_backend(${await copyWaiting()})`
  await writing
  await other`ROLLBACK`
  other.release()
  expect((await readBars(store.sql, id)).session).toEqual([])
})
