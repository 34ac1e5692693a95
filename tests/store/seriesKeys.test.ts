import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '../database/fresh'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

/** What docs/citus.md distributes by the listing. */
const series = ['bar', 'bar_revision', 'corporate_action', 'missing_session', 'quote', 'series_version'] as const

async function keys() {
  return store.sql<{ table: string; name: string; columns: string[]; included: string[]; unique: boolean }[]>`
    SELECT t.relname AS table, i.relname AS name, x.indisunique AS unique,
      (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(x.indkey) WITH ORDINALITY AS k(attnum, n)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum WHERE k.n <= x.indnkeyatts) AS columns,
      (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attname), '{}') FROM unnest(x.indkey) WITH ORDINALITY AS k(attnum, n)
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum WHERE k.n > x.indnkeyatts) AS included
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY(${[...series]}) ORDER BY 1, 2`
}

test('every key of a series starts with the listing, so that the tables can be distributed by it', async () => {
  const unique = (await keys()).filter((key) => key.unique)
  expect(new Set(unique.map(({ table }) => table))).toEqual(new Set(series))
  expect(unique.filter(({ columns }) => columns[0] !== 'listing_id')).toEqual([])
})

test('every table whose rows are of one listing and many moments is among them', async () => {
  const rows = await store.sql<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
    WHERE c.relnamespace = 'public'::regnamespace AND x.indisprimary AND a.attname = 'listing_id' AND NOT c.relispartition`
  // The feeds' names of a listing are some rows each.
  expect(rows.map(({ name }) => name).sort()).toEqual([...series, 'feed_symbol'].sort())
})

test('the key of bars is the listing and the session, and its index holds all that a series is read for', async () => {
  const [key] = (await keys()).filter(({ table }) => table === 'bar')
  expect(key).toEqual({
    ...{ table: 'bar', name: 'bar_pkey', unique: true, columns: ['listing_id', 'session'] },
    included: ['as_of', 'close', 'feed', 'fetched_at', 'high', 'low', 'open', 'settled', 'volume'],
  })
})

test('no series table refers to another one or is referred to, and none draws a number from a sequence', async () => {
  const foreign = await store.sql`
    SELECT conname FROM pg_constraint WHERE contype = 'f' AND (conrelid = ANY(${[...series]}::text[]::regclass[]) OR confrelid = ANY(${[...series]}::text[]::regclass[]))`
  expect([...foreign]).toEqual([])
  const drawn = await store.sql`
    SELECT attrelid::regclass::text FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    WHERE a.attrelid = ANY(${[...series]}::text[]::regclass[]) AND pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%'`
  expect([...drawn]).toEqual([])
})

test('the counts beside the version are those of the rows, whoever writes them', async () => {
  const { sql } = store
  const add = (listing: number, from: number, to: number) => sql`
    INSERT INTO bar (listing_id, session, open, high, low, close, settled, feed, feed_symbol, fetched_at, as_of)
    SELECT ${listing}, date '2026-01-01' + n, 1, 1, 1, 1, true, 'yahoo', 'X', now(), now() FROM generate_series(${from}::int, ${to}::int) n
    ON CONFLICT (listing_id, session) DO UPDATE SET close = excluded.close`
  const revise = (listing: number, day: string) => sql`
    INSERT INTO bar_revision (listing_id, session, revised_at, open, high, low, close, feed, feed_symbol, fetched_at, as_of)
    VALUES (${listing}, '2026-01-02', ${day}, 1, 1, 1, 1, 'yahoo', 'X', now(), now())`
  const counted = async () => {
    const rows = await sql<{ id: number; bars: number; revisions: number; last: Date | null; version: bigint }[]>`
      SELECT listing_id AS id, bars, revisions, last_revised_at AS last, version FROM series_version ORDER BY 1`
    return new Map(rows.map(({ id, ...row }) => [id, row]))
  }
  const agree = async () => {
    const rows = await sql<{ id: number; bars: number; revisions: number; last: Date | null }[]>`
      SELECT v.listing_id AS id, (SELECT count(*) FROM bar b WHERE b.listing_id = v.listing_id)::int AS bars,
        (SELECT count(*) FROM bar_revision r WHERE r.listing_id = v.listing_id)::int AS revisions,
        (SELECT max(revised_at) FROM bar_revision r WHERE r.listing_id = v.listing_id) AS last FROM series_version v ORDER BY 1`
    const kept = await counted()
    for (const { id, ...row } of rows) expect(kept.get(id)).toMatchObject(row)
    return kept
  }
  await add(1, 1, 10)
  await add(2, 1, 10)
  // Half of them are there already.
  await add(1, 6, 15)
  await revise(1, '2026-02-02')
  await revise(1, '2026-02-01')
  const before = await agree()
  expect([before.get(1)?.bars, before.get(2)?.bars, before.get(1)?.revisions]).toEqual([15, 10, 2])
  await sql`DELETE FROM bar WHERE session > '2026-01-08'`
  await sql`DELETE FROM bar_revision WHERE revised_at = '2026-02-02'`
  // By hand: a session that belongs to another listing, and its revision.
  await sql`UPDATE bar SET listing_id = 3 WHERE listing_id = 1 AND session = '2026-01-02'`
  await sql`UPDATE bar_revision SET listing_id = 3 WHERE listing_id = 1`
  const after = await agree()
  expect([after.get(1)?.bars, after.get(2)?.bars, after.get(3)?.bars, after.get(3)?.revisions]).toEqual([6, 7, 1, 1])
  for (const id of [1, 2]) expect(after.get(id)?.version).toBeGreaterThan(before.get(id)?.version ?? 0n)
})
