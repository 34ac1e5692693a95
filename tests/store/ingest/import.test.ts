import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ImportError, type ImportOrder, importBars } from '@/lib/ingest/import/importBars'
import { listAudit } from '@/lib/store/audit/list'
import { readBars } from '@/lib/store/bar/read'
import { ScopeError } from '@/lib/store/context'
import { listingBySymbol } from '@/lib/store/listing/list'
import { listQuarantine } from '@/lib/store/quarantine/list'
import { contextAt, type FreshStore, freshStore } from '../../database/fresh'
import { bar, newListing, storeBars, storedLines } from './fixtures'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const ctx = contextAt('2026-07-18T00:00:00Z')
const head = '日期,开盘,最高,最低,收盘,成交量(手)'
const line = (session: string, close: string, lots = '10') => `${session},${close},${close},${close},${close},${lots}`
const csv = (...lines: string[]) => [head, ...lines].join('\r\n')
const imported = (symbol: string, text: string, over: Partial<ImportOrder> = {}) =>
  importBars(store, ctx, { symbol, text, fileName: 'july.csv', ...over })

async function listed() {
  const listing = await newListing(store, { trackedFrom: '2026-07-06', listedOn: '2020-01-02' })
  const days = ['2026-07-06', '2026-07-07', '2026-07-08', '2026-07-09', '2026-07-10']
  await storeBars(
    store,
    listing.id,
    days.map((session, i) => bar(session, String(100 + i))),
  )
  return listing
}

describe('importing a CSV file', () => {
  test('adds, changes and leaves sessions, keeps old values as revisions, and a second time changes nothing', async () => {
    const { id, symbol } = await listed()
    const text = csv(line('2026/07/09', '103'), line('2026/07/10', '104.5'), line('2026/07/13', '105', '"1,234.5"'))
    const preview = await imported(symbol, text, { dryRun: true })
    expect(preview).toMatchObject({
      stored: false,
      added: ['2026-07-13'],
      changed: [
        { session: '2026-07-10', old: { close: '104', volume: 1000n }, new: { close: '104.5', volume: 1000n } },
      ],
      unchanged: 1,
      errors: [],
      refusal: null,
      held: [],
    })
    expect((await readBars(store.sql, id)).session).toHaveLength(5)
    expect(await imported(symbol, text)).toEqual({ ...preview, stored: true })
    const bars = await readBars(store.sql, id, { from: '2026-07-10' })
    expect(bars).toMatchObject({
      close: ['104.5', '105'],
      volume: [1000n, 123_450n],
      settled: [true, true],
      feed: ['import', 'import'],
    })
    expect(bars.asOf[1]).toEqual(new Date('2026-07-13T07:00:00Z'))
    const revisions =
      await store.sql`SELECT session, trim_scale(close)::text AS close FROM bar_revision WHERE listing_id = ${id}`
    expect(revisions).toEqual([{ session: '2026-07-10', close: '104' }])
    expect(await imported(symbol, text)).toMatchObject({ added: [], changed: [], unchanged: 3 })
  })

  test('stores nothing of a file with an error, and names each by its line', async () => {
    const { id, symbol } = await listed()
    const before = await storedLines(store, id)
    const text = csv(
      line('2026-07-13', '105'),
      line('2026-07-12', '105'),
      line('2026-07-14', '0'),
      '2026-07-15,5,4,3,5,1',
      line('2026-07-20', '105'),
      line('2026-07-16', '105', ''),
      line('2026-07-17', 'n/a'),
    )
    expect(await imported(symbol, text)).toMatchObject({
      stored: false,
      added: ['2026-07-13'],
      errors: [
        { line: 3, message: '2026-07-12: not a session of XSHG' },
        { line: 4, message: expect.stringContaining('open is "0", not a price above zero') },
        { line: 5, message: expect.stringContaining('high 4 is below') },
        { line: 6, message: expect.stringContaining('has not opened yet') },
        { line: 7, message: expect.stringContaining('no volume') },
        { line: 8, message: expect.stringContaining('"n/a" is no number') },
      ],
    })
    expect(await storedLines(store, id)).toEqual(before)
  })

  test('a session that is still open is not imported', async () => {
    const { symbol } = await listed()
    const at = contextAt('2026-07-13T05:30:00Z')
    const result = await importBars(store, at, { symbol, text: csv(line('2026-07-13', '105')), fileName: 'x' })
    expect(result.errors).toEqual([{ line: 2, message: '2026-07-13: the session has not closed yet' }])
  })

  test('prices on another basis are refused with the ratio', async () => {
    const { id, symbol } = await listed()
    const before = await storedLines(store, id)
    const adjusted = csv(
      line('2026-07-08', '10.2'),
      line('2026-07-09', '10.3'),
      line('2026-07-10', '10.4'),
      line('2026-07-13', '10.5'),
    )
    const result = await imported(symbol, adjusted)
    expect(result).toMatchObject({ stored: false, refusal: expect.stringMatching(/are 10 times its own.*as traded/) })
    expect(await storedLines(store, id)).toEqual(before)
  })

  test('a row the soft rules doubt goes to quarantine, the others are stored; a preview holds nothing', async () => {
    const { id, symbol } = await listed()
    const text = csv(line('2026-07-13', '210'), line('2026-07-14', '105'))
    const preview = await imported(symbol, text, { dryRun: true })
    expect(preview.held).toEqual([{ session: '2026-07-13', reason: expect.stringContaining('210') }])
    expect(await listQuarantine(store, { listing: symbol })).toEqual([])
    await imported(symbol, text)
    expect((await readBars(store.sql, id, { from: '2026-07-13' })).session).toEqual(['2026-07-14'])
    const held = await listQuarantine(store, { listing: symbol, feed: 'import' })
    expect(held.map(({ key }) => key)).toContain('2026-07-13')
  })

  test('what was stored is one entry of the audit; a preview and a second import of the same are none', async () => {
    const { symbol } = await listed()
    const text = csv(line('2026-07-13', '105'), line('2026-07-10', '104.5'), line('2026-07-14', '210'))
    const trail = () => listAudit(store.sql, { entity: 'bar', key: symbol })
    await imported(symbol, text, { dryRun: true })
    expect(await trail()).toEqual([])
    await imported(symbol, text)
    await imported(symbol, csv(line('2026-07-13', '105')))
    const after = expect.objectContaining({ added: ['2026-07-13'], changed: ['2026-07-10'], held: ['2026-07-14'] })
    expect(await trail()).toEqual([expect.objectContaining({ action: 'import', before: null, after })])
  })

  test('older sessions move the start of the tracked range, and what lies between counts as missing', async () => {
    const { id, symbol } = await listed()
    await imported(symbol, csv(line('2026-07-01', '100')))
    expect((await listingBySymbol(store.sql, symbol))?.trackedFrom).toBe('2026-07-01')
    const missing = await store.sql<{ session: string }[]>`
      SELECT session FROM missing_session WHERE listing_id = ${id} AND session < '2026-07-06' ORDER BY session`
    expect(missing.map(({ session }) => session)).toEqual(['2026-07-02', '2026-07-03'])
  })

  test('needs an admin and a listing there is; bad text is told, not thrown', async () => {
    const { symbol } = await listed()
    const reader = { ...ctx, scopes: ['ingest' as const] }
    await expect(importBars(store, reader, { symbol, text: '', fileName: '' })).rejects.toThrow(ScopeError)
    await expect(imported('NOPE', csv())).rejects.toThrow(ImportError)
    for (const text of ['', '\0', '<html>', `${head}\n\0,\0`, '"'.repeat(1000)]) {
      expect(await imported(symbol, text, { fileName: 'a\0b' })).toMatchObject({
        stored: false,
        errors: [{ message: expect.any(String) }],
      })
    }
  })
})
