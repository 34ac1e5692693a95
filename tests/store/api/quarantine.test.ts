import { afterAll, beforeAll, expect, test } from 'vitest'
import { runRefresh } from '@/lib/ingest/refresh'
import { sessionsBetween } from '@/lib/market/sessions'
import { holdRows } from '@/lib/store/quarantine/hold'
import { contextAt } from '../../database/fresh'
import { bar, environmentAt, fakeFeed, newListing, storeBars } from '../ingest/fixtures'
import { type CallingApi, callingApi } from './calling'

let api: CallingApi
beforeAll(async () => {
  api = await callingApi('admin')
})
afterAll(() => api.store.close())

const sessions = sessionsBetween('XSHG', '2026-05-06', '2026-07-10')
const later = sessionsBetween('XSHG', '2026-07-13', '2026-07-17')
const quiet = (days: readonly string[], level: number) =>
  days.map((session, i) => bar(session, (level + (i % 7) / 4).toFixed(2)))

type Row = { id: number; entity: string; key: string; state: string; release: { needs: string[] } | null }
const rowsOf = async (symbol: string, state = 'held') =>
  (await api.send('GET', `/quarantine?listing=${symbol}&state=${state}`)).body.items as Row[]

let number = 0
/** A listing with a quiet series that falls to a tenth on 2026-07-13: five bars and a candidate split are held. */
async function split(): Promise<{ symbol: string; rows: Row[] }> {
  const symbol = `${602_000 + ++number}.SS`
  const { id } = await newListing(api.store, { symbol, trackedFrom: '2026-05-06', listedOn: '2020-01-02' })
  await storeBars(api.store, id, quiet(sessions, 100))
  const { feed } = fakeFeed('first', { basis: 'raw', bars: [...quiet(sessions, 100).slice(-5), ...quiet(later, 10)] })
  const order = { job: 'bars' as const, slotId: `quarantine:${number}`, trigger: 'test', symbols: [symbol] }
  await runRefresh(environmentAt(api.store, '2026-07-18T00:00:00Z', [feed]), order)
  return { symbol, rows: await rowsOf(symbol) }
}
const find = (rows: readonly Row[], entity: string, key: string): Row => {
  const row = rows.find((each) => each.entity === entity && each.key === key)
  if (row === undefined) throw new Error(`no ${entity} ${key}`)
  return row
}

test('held rows are listed with how they can be released, and one is shown beside its neighbours', async () => {
  const { symbol, rows } = await split()
  expect(rows.map(({ entity }) => entity).sort()).toEqual(['action', 'bar', 'bar', 'bar', 'bar', 'bar'])
  const first = find(rows, 'bar', '2026-07-13')
  expect(first.release).toEqual({ writes: 'bar', needs: [], takes: ['open', 'high', 'low', 'close', 'volume'] })
  const { body } = await api.send('GET', `/quarantine/${first.id}`)
  const neighbours = body.neighbours as { session: string[]; close: string[] }
  expect(neighbours.session.at(-1)).toBe('2026-07-10')
  expect(neighbours.session.length).toBeGreaterThan(15)
  expect((await api.send('GET', `/quarantine?listing=${symbol}&entity=action`)).body.items).toHaveLength(1)
  expect((await api.send('GET', `/quarantine?listing=${symbol}&until=${rows.at(-1)?.id}`)).body.items).toEqual([])
})

test('a candidate split is previewed on the series with the bars that wait, then accepted', async () => {
  const { symbol, rows } = await split()
  const { id } = find(rows, 'action', '2026-07-13 split')
  const preview = (await api.send('GET', `/quarantine/${id}/adjusted`)).body as unknown as {
    session: string[]
    held: boolean[]
    raw: number[]
    before: number[]
    after: number[]
  }
  const at = preview.session.indexOf('2026-07-10')
  expect(preview).toMatchObject({ exDate: '2026-07-13', numerator: 10, denominator: 1 })
  expect(preview.held.filter(Boolean)).toHaveLength(5)
  expect([preview.raw[at], preview.before[at]]).toEqual([preview.raw[at], preview.raw[at]])
  expect(preview.after[at]).toBeCloseTo((preview.raw[at] ?? 0) / 10, 5)
  expect(preview.after[at + 1]).toBe(preview.raw[at + 1])
  const other = await api.send('GET', `/quarantine/${id}/adjusted?ratio=2&exDate=2026-07-14`)
  expect(other.body).toMatchObject({ exDate: '2026-07-14', numerator: 2 })
  expect((await api.send('GET', `/quarantine/${id}/adjusted?exDate=2026-07-12`)).status).toBe(409)
  expect((await api.send('GET', `/quarantine/${id}/adjusted?ratio=many`)).status).toBe(400)
  expect((await api.send('GET', `/quarantine/${id}/adjusted?ratio=999999999.999999`)).status).toBe(409)

  expect((await api.send('POST', `/quarantine/${id}/release`, {})).body).toMatchObject({
    state: 'released',
    release: null,
  })
  const actions = (await api.send('GET', `/listings/${symbol}/actions`)).body.items
  expect(actions).toMatchObject([{ kind: 'split', exDate: '2026-07-13' }])
  expect((await api.send('POST', `/quarantine/${id}/release`, {})).body.type).toBe('urn:tidemark:problem:closed-row')
})

test('a bar is corrected and released, another rejected with a reason, each one entry of the audit', async () => {
  const { symbol, rows } = await split()
  const first = find(rows, 'bar', '2026-07-13')
  const wrong = await api.send('POST', `/quarantine/${first.id}/release`, { close: 'ten' })
  expect([wrong.status, wrong.body.parameter]).toEqual([400, 'close'])
  expect((await api.send('POST', `/quarantine/${first.id}/release`, { low: '500' })).body.type).toContain(
    'not-releasable',
  )
  const edits = { open: '101', high: '102', low: '100', close: '101.5', volume: '5' }
  expect((await api.send('POST', `/quarantine/${first.id}/release`, edits)).body.state).toBe('released')
  const bars = (await api.send('GET', `/listings/${symbol}/bars?from=2026-07-13&adjust=raw`)).body
  expect(bars).toMatchObject({ session: ['2026-07-13'], close: [101.5], volume: [5] })
  expect(JSON.stringify(bars.meta)).toContain('Corrected by hand')

  const second = find(rows, 'bar', '2026-07-14')
  const rejected = await api.send('POST', `/quarantine/${second.id}/reject`, { reason: 'a typing error' })
  expect(rejected.body).toMatchObject({
    state: 'rejected',
    reason: expect.stringContaining('; rejected: a typing error'),
  })
  expect((await api.send('POST', `/quarantine/${second.id}/reject`, { reason: 'a\u0000' })).status).toBe(400)
  for (const { id } of [first, second])
    expect((await api.send('GET', `/audit?entity=quarantine&key=${id}`)).body.items).toHaveLength(1)
})

test('in bulk each row has its own outcome and its own entry of the audit', async () => {
  const { rows } = await split()
  const bars = rows.filter(({ entity }) => entity === 'bar').map(({ id }) => id)
  const [done = 0, ...others] = bars
  await api.send('POST', `/quarantine/${done}/reject`, {})
  const { body } = await api.send('POST', '/quarantine/bulk', { ids: [...bars, 999_999], action: 'release' })
  const items = body.items as { id: number; outcome: string; detail: string | null }[]
  expect(
    items
      .filter(({ outcome }) => outcome === 'released')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(others.sort())
  expect(items.filter(({ outcome }) => outcome === 'refused').map(({ id }) => id)).toEqual([done, 999_999])
  for (const id of bars)
    expect((await api.send('GET', `/audit?entity=quarantine&key=${id}`)).body.items).toHaveLength(1)
  for (const wrong of [
    { ids: [], action: 'release' },
    { ids: [1], action: 'burn' },
    { ids: ['x'], action: 'reject' },
  ])
    expect((await api.send('POST', '/quarantine/bulk', wrong)).status).toBe(400)
})

test('rows of any make are told: without a listing, with an odd day, with any payload', async () => {
  const ctx = contextAt('2026-07-18T00:00:00Z')
  const odd = [null, 5, 'text', [], { exDate: 7 }, { exDate: '9999-12-31', kind: 'split' }].map((payload, i) => ({
    ...{ entity: 'action' as const, key: i % 2 ? '9999-12-31' : '0001-01-01 split', reason: `odd ${i}`, payload },
  }))
  await holdRows(api.store.sql, ctx, odd, { feed: 'odd', listingId: null })
  const [nvidia] = await api.store.sql<{ id: number }[]>`SELECT id FROM listing WHERE symbol = 'NVDA'`
  await holdRows(api.store.sql, ctx, odd, { feed: 'odd', listingId: nvidia?.id ?? null })
  const rows = (await api.send('GET', '/quarantine?feed=odd')).body.items as Row[]
  expect(rows).toHaveLength(12)
  for (const { id } of rows) {
    expect((await api.send('GET', `/quarantine/${id}`)).status).toBe(200)
    expect((await api.send('GET', `/quarantine/${id}/adjusted`)).status).toBe(409)
    expect((await api.send('POST', `/quarantine/${id}/release`, {})).status).toBe(409)
  }
})

test('nobody but an admin sees or answers them, and an unknown id is a 404', async () => {
  for (const [as, status] of [
    ['', 401],
    ['viewer', 403],
    ['annotator', 403],
  ] as const) {
    for (const path of ['/quarantine', '/quarantine/1', '/quarantine/1/adjusted'])
      expect((await api.send('GET', path, undefined, as)).status).toBe(status)
    for (const path of ['/quarantine/1/release', '/quarantine/1/reject', '/quarantine/bulk'])
      expect((await api.send('POST', path, {}, as)).status).toBe(status)
  }
  expect((await api.send('GET', '/quarantine/999999')).status).toBe(404)
  expect((await api.send('POST', '/quarantine/999999/reject', {})).status).toBe(404)
  expect((await api.send('GET', '/quarantine/x')).status).toBe(400)
  expect((await api.send('GET', '/quarantine?listing=%00')).status).toBe(404)
})
