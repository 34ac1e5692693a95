import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyMigrations } from '@/lib/store/migrate/apply'
import { latestQuotes } from '@/lib/store/quote/read'
import { keepQuoteWeeks } from '@/lib/store/quote/weeks'
import { writeQuote } from '@/lib/store/quote/write'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'

// A Tuesday.
const now = new Date('2026-11-24T02:00:00Z')
const day = 86_400_000
const later = (days: number) => new Date(now.getTime() + days * day)
const listing = 7

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())
beforeEach(() => store.sql`DELETE FROM quote`)

const nothing = { open: null, high: null, low: null, previousClose: null, volume: null }
const source = { feed: 'yahoo', feedSymbol: 'NVDA', fetchedAt: now }
const write = (at: Date) =>
  store.sql.begin((tx) =>
    writeQuote(tx, contextAt(now.toISOString()), listing, { ...nothing, at, price: '100' }, source),
  )
const tables = async () => {
  const rows = await store.sql<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'quote'::regclass ORDER BY 1`
  return rows.map(({ name }) => name)
}
const where = async () => {
  const rows = await store.sql<{ at: Date; name: string }[]>`
    SELECT at, tableoid::regclass::text AS name FROM quote ORDER BY at`
  return rows.map(({ at, name }) => [at.toISOString().slice(0, 10), name])
}

test('the weeks from the oldest kept to the one after next are there, from Monday', async () => {
  await keepQuoteWeeks(store.sql, now)
  expect(await tables()).toEqual([
    ...['quote_20261116', 'quote_20261123', 'quote_20261130', 'quote_20261207'],
    ...['quote_early', 'quote_late'],
  ])
  await write(new Date('2026-11-22T23:59:59.999Z'))
  await write(new Date('2026-11-23T00:00:00Z'))
  expect(await where()).toEqual([
    ['2026-11-22', 'quote_20261116'],
    ['2026-11-23', 'quote_20261123'],
  ])
})

test('a quote of any time is stored, and the newest is found', async () => {
  for (const at of ['1900-01-01', '1970-01-01', '2026-11-24', '2031-01-01', '9998-12-31']) {
    expect(await write(new Date(`${at}T00:00:00Z`))).toBe(true)
    expect(await write(new Date(`${at}T00:00:00Z`))).toBe(false)
    const [newest] = await latestQuotes(store.sql, [listing])
    expect(newest?.at.toISOString().slice(0, 10)).toBe(at)
  }
  const [asOf] = await latestQuotes(store.sql, [listing], later(1))
  expect(asOf?.at.toISOString()).toBe('2026-11-24T00:00:00.000Z')
})

test('week by week the old ones go, and nothing that is young enough', async () => {
  await keepQuoteWeeks(store.sql, now)
  for (let days = 0; days < 22; days++) {
    const at = later(days)
    await write(at)
    await keepQuoteWeeks(store.sql, at)
    const stored = await store.sql<{ at: Date }[]>`SELECT at FROM quote ORDER BY at`
    // All of the last 7 days, and never more than 14.
    expect(stored.length).toBeGreaterThanOrEqual(Math.min(days + 1, 8))
    expect(stored.length).toBeLessThanOrEqual(14)
    expect(stored.at(-1)?.at).toEqual(at)
  }
})

test('when nobody swept for months no quote was refused, and all find their weeks', async () => {
  await keepQuoteWeeks(store.sql, now)
  for (const days of [0, 100, 104, 110]) await write(later(days))
  expect((await where()).at(-1)?.[1]).toBe('quote_late')
  // A day of which two processes sweep at once.
  await Promise.all([keepQuoteWeeks(store.sql, later(110)), keepQuoteWeeks(store.sql, later(110))])
  expect(await where()).toEqual([
    ['2027-03-08', 'quote_20270308'],
    ['2027-03-14', 'quote_20270308'],
  ])
  // A clock that went back.
  await keepQuoteWeeks(store.sql, later(30))
  expect(await where()).toEqual([
    ['2027-03-08', 'quote_late'],
    ['2027-03-14', 'quote_late'],
  ])
})

test('only the table that holds the newest is looked into', async () => {
  await keepQuoteWeeks(store.sql, now)
  const rows = await store.sql`
    EXPLAIN (ANALYZE, COSTS OFF) SELECT q.at FROM unnest(${[listing]}::int[]) AS l(id)
    JOIN LATERAL (SELECT * FROM quote WHERE listing_id = l.id AND at <= ${now}::timestamptz ORDER BY at DESC LIMIT 1) q ON true`
  const plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n')
  expect(plan).toContain('Append')
  expect(plan).not.toMatch(/Merge Append|Seq Scan/)
})

test('a sweep that cannot have the table gives up, and quotes are stored meanwhile', async () => {
  await keepQuoteWeeks(store.sql, now)
  let release: () => void = () => undefined
  const held = store.sql.begin(async (tx) => {
    await tx`LOCK TABLE quote IN ROW EXCLUSIVE MODE`
    await new Promise<void>((done) => {
      release = done
    })
  })
  await new Promise((done) => setTimeout(done, 50))
  await expect(keepQuoteWeeks(store.sql, later(7))).rejects.toThrow(/lock timeout/)
  expect(await write(later(1))).toBe(true)
  release()
  await held
}, 20_000)

test('what was stored before there were weeks is kept', async () => {
  const old = await freshStore()
  const folder = join(process.cwd(), 'prisma', 'migrations')
  const early = mkdtempSync(join(tmpdir(), 'tidemark-migrations-'))
  for (const name of readdirSync(folder).filter((one) => /^000[1-7]_/.test(one))) {
    cpSync(join(folder, name), join(early, name), { recursive: true })
  }
  try {
    await old.sql`DROP SCHEMA public CASCADE`
    await old.sql`CREATE SCHEMA public`
    await applyMigrations(old.sql, early)
    await old.sql`
      INSERT INTO quote (listing_id, at, price, feed, feed_symbol, fetched_at)
      SELECT l, now() - make_interval(days => d), d, 'yahoo', 'X', now() FROM generate_series(1, 3) l, generate_series(0, 400, 3) d`
    await old.sql`
      INSERT INTO bar (listing_id, session, open, high, low, close, settled, feed, feed_symbol, fetched_at, as_of)
      SELECT l, date '2026-01-01' + d, 1, 1, 1, 1, true, 'yahoo', 'X', now(), now() FROM generate_series(1, 3) l, generate_series(1, l * 10) d`
    await old.sql`
      INSERT INTO bar_revision (listing_id, session, revised_at, open, high, low, close, feed, feed_symbol, fetched_at, as_of)
      SELECT 2, '2026-01-02', timestamptz '2026-02-01Z' + make_interval(days => d), 1, 1, 1, 1, 'yahoo', 'X', now(), now() FROM generate_series(1, 5) d`
    const before = await old.sql`SELECT * FROM quote ORDER BY listing_id, at`
    const versions = await old.sql`SELECT listing_id, version FROM series_version ORDER BY listing_id`
    await applyMigrations(old.sql, folder)
    expect([...(await old.sql`SELECT * FROM quote ORDER BY listing_id, at`)]).toEqual([...before])
    expect([...(await old.sql`SELECT listing_id, version FROM series_version ORDER BY listing_id`)]).toEqual([
      ...versions,
    ])
    const counted = await old.sql`SELECT bars, revisions, last_revised_at FROM series_version ORDER BY listing_id`
    expect([...counted]).toEqual([
      { bars: 10, revisions: 0, last_revised_at: null },
      { bars: 20, revisions: 5, last_revised_at: new Date('2026-02-06T00:00:00Z') },
      { bars: 30, revisions: 0, last_revised_at: null },
    ])
  } finally {
    rmSync(early, { recursive: true })
    await old.close()
  }
})
