import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBars } from '@/lib/store/bar/read'
import { addMissingBars, type BarInput, writeBars } from '@/lib/store/bar/write'
import { ScopeError } from '@/lib/store/context'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'

let store: FreshStore
const ctx = contextAt('2025-09-01T00:00:00Z')
const source = { feed: 'yahoo', feedSymbol: '688256.SS', fetchedAt: new Date('2025-09-01T00:00:00Z') }

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

async function newListing(): Promise<number> {
  const [row] = await store.sql<{ id: number }[]>`
    INSERT INTO listing (symbol, mic, ticker, name, name_zh, kind, currency, tracked_from)
    VALUES (${`T${Math.random()}`}, 'XSHG', 'T', 'T', 'T', 'equity', 'CNY', '2024-01-02') RETURNING id`
  if (!row) throw new Error('no listing')
  return row.id
}

beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

describe('bars', () => {
  test('trading dates and prices come back as they were written, whatever the process time zone', async () => {
    const id = await newListing()
    await writeBars(store.sql, ctx, id, [bar('2025-08-28', '1587.91', { volume: 9007199254740993n })], source)
    const bars = await readBars(store.sql, id)
    expect(bars.session).toEqual(['2025-08-28'])
    expect(bars.close).toEqual(['1587.91'])
    expect(bars.volume).toEqual([9007199254740993n])
    expect(bars.asOf).toEqual([new Date('2025-08-28T07:00:00Z')])
  })

  test('writing the same bars twice changes nothing', async () => {
    const id = await newListing()
    const bars = [bar('2025-08-27', '1372.1'), bar('2025-08-28', '1587.91')]
    expect(await writeBars(store.sql, ctx, id, bars, source)).toEqual({ added: 2, changed: 0, unchanged: 0 })
    expect(await writeBars(store.sql, ctx, id, bars, source)).toEqual({ added: 0, changed: 0, unchanged: 2 })
    const revisions = await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${id}`
    expect(revisions).toHaveLength(0)
  })

  test('promise 2: a settled bar changes only together with a revision that keeps the old value', async () => {
    const id = await newListing()
    await writeBars(store.sql, ctx, id, [bar('2025-08-28', '1587.91')], source)
    const later = { ...source, fetchedAt: new Date('2025-09-02T00:00:00Z') }
    expect(await writeBars(store.sql, ctx, id, [bar('2025-08-28', '1587.92')], later)).toMatchObject({ changed: 1 })
    const revisions =
      await store.sql`SELECT trim_scale(close)::text AS close, revised_at FROM bar_revision WHERE listing_id = ${id}`
    expect(revisions).toEqual([{ close: '1587.91', revised_at: later.fetchedAt }])
  })

  test('an unsettled bar is replaced freely, and never replaces a settled one', async () => {
    const id = await newListing()
    await writeBars(store.sql, ctx, id, [bar('2025-08-28', '1500', { settled: false })], source)
    await writeBars(store.sql, ctx, id, [bar('2025-08-28', '1587.91')], source)
    expect(await writeBars(store.sql, ctx, id, [bar('2025-08-28', '1600', { settled: false })], source)).toMatchObject({
      unchanged: 1,
    })
    expect((await readBars(store.sql, id)).close).toEqual(['1587.91'])
    expect(await store.sql`SELECT 1 FROM bar_revision WHERE listing_id = ${id}`).toHaveLength(0)
  })

  test('adding what is missing never touches a stored session', async () => {
    const id = await newListing()
    await writeBars(store.sql, ctx, id, [bar('2025-08-28', '1587.91')], source)
    expect(
      await addMissingBars(store.sql, ctx, id, [bar('2025-08-28', '1'), bar('2025-08-29', '1492.49')], source),
    ).toBe(1)
    expect((await readBars(store.sql, id)).close).toEqual(['1587.91', '1492.49'])
  })

  test('a range is read by its inclusive ends', async () => {
    const id = await newListing()
    await writeBars(
      store.sql,
      ctx,
      id,
      ['2025-08-26', '2025-08-27', '2025-08-28'].map((session) => bar(session, '10')),
      source,
    )
    expect((await readBars(store.sql, id, { from: '2025-08-27', to: '2025-08-28' })).session).toEqual([
      '2025-08-27',
      '2025-08-28',
    ])
  })

  test('prices that cannot be are refused by the database itself, and nothing of the statement is kept', async () => {
    const id = await newListing()
    const impossible = bar('2025-08-28', '10', { low: '11' })
    await expect(writeBars(store.sql, ctx, id, [bar('2025-08-27', '10'), impossible], source)).rejects.toThrow(
      /bar_prices_in_order/,
    )
    expect((await readBars(store.sql, id)).session).toEqual([])
  })

  test('nobody without the scope may write', async () => {
    const reader = { actor: 'reader', scopes: ['read'] as const, now: new Date() }
    await expect(writeBars(store.sql, reader, 1, [], source)).rejects.toThrow(ScopeError)
  })
})
