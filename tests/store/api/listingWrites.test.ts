import { afterAll, beforeAll, expect, test } from 'vitest'
import { listingKind } from '@/lib/ingest/listingKind'
import { listAudit } from '@/lib/store/audit/list'
import { parsedInput } from '@/lib/store/editable/value'
import { listRequests } from '@/lib/store/request/list'
import { listings } from '@/prisma/seed'
import { type CallingApi, callingApi } from './calling'

let api: CallingApi
beforeAll(async () => {
  api = await callingApi('admin')
})
afterAll(() => api.store.close())

const asked = async (listing: string) =>
  (await listRequests(api.store.sql, { listing })).map(({ kind, from, requestedBy }) => ({ kind, from, requestedBy }))

test('every listing that ships in the box is one the commands would take, as it stands', async () => {
  for (const { symbol } of listings) {
    const stored = await api.store.sql.begin((sql) => listingKind.read(sql, symbol))
    expect(parsedInput(listingKind.schema, stored?.value)).toEqual(stored?.value)
  }
})

test('a listing is added by its symbol, with what follows from it, and its prices are asked for', async () => {
  const body = { symbol: '0981.HK', name: 'SMIC', nameZh: '中芯国际', trackedFrom: '2025-01-02', benchmark: '^GSPC' }
  expect(await api.send('POST', '/listings', body)).toMatchObject({
    status: 201,
    body: {
      ...{ mic: 'XHKG', currency: 'HKD', kind: 'equity', status: 'listed', version: 1, benchmark: '^GSPC' },
      feedSymbols: { yahoo: '0981.HK', tencent: 'hk00981', eastmoney: '116.00981' },
    },
  })
  expect(await asked('0981.HK')).toEqual([{ kind: 'backfill', from: '2025-01-02', requestedBy: 'adam@example.org' }])
  expect((await api.send('POST', '/listings', body)).body.parameters).toEqual([
    { name: 'symbol', detail: 'is taken by another one' },
  ])
})

test('it is tracked from an earlier day: older prices are asked for, and what is missing is known at once', async () => {
  const moved = { version: 1, trackedFrom: '2024-12-02', topics: ['nvidia', 'cambricon'] }
  const answer = await api.send('PATCH', '/listings/0981.HK', moved)
  expect(answer.body).toMatchObject({ version: 2, topics: ['cambricon', 'nvidia'], trackedFrom: '2024-12-02' })
  expect((await asked('0981.HK')).map(({ from }) => from).sort()).toEqual(['2024-12-02', '2025-01-02'])
  const missing = await api.json<{ items: { session: string }[] }>('/api/v1/listings/0981.HK/missing')
  expect(JSON.stringify(missing)).toContain('2024-12-02')
})

test('it is delisted from the day that is named, or from today; an undo lists it again; each is one entry of the audit', async () => {
  expect((await api.send('DELETE', '/listings/0981.HK?version=2')).body).toMatchObject({
    ...{ status: 'delisted', delistedOn: '2026-11-24', version: 3 },
  })
  await api.send('PATCH', '/listings/0981.HK', { version: 3, delistedOn: '2026-06-30' })
  const trail = await listAudit(api.store.sql, { entity: 'listing', key: '0981.HK' })
  expect(trail.map(({ action }) => action)).toEqual(['update', 'archive', 'update', 'create'])
  await api.send('POST', `/audit/${trail[1]?.id}/undo`, { version: 4 })
  expect((await api.send('GET', '/listings/0981.HK')).body).toMatchObject({ status: 'listed', delistedOn: null })
})

test.each([
  ['^HSI', {}, 'mic'],
  ['nvda', {}, 'symbol'],
  ['AMD', { mic: 'XLON' }, 'mic'],
  ['AMD', { benchmark: 'NOPE' }, 'benchmark'],
  ['AMD', { benchmark: 'AMD' }, 'benchmark'],
  ['AMD', { topics: ['nowhere'] }, 'topics'],
  ['AMD', { trackedFrom: '1990-01-02' }, 'trackedFrom'],
  ['AMD', { delistedOn: '2025-01-02' }, 'delistedOn'],
  ['AMD', { currency: 'dollars' }, 'currency'],
  ['AMD', { name: 'a\u0000b' }, 'name'],
  ['AMD', { feedSymbols: { yahoo: 'two words' } }, 'feedSymbols.yahoo'],
])('%s with %j is refused and its field named', async (symbol, wrong, field) => {
  const { status, body } = await api.send('POST', '/listings', { symbol, ...wrong })
  expect([status, body.parameters?.map(({ name }) => name)]).toEqual([400, [field]])
  expect(await listRequests(api.store.sql, { listing: symbol })).toEqual([])
})

test('what stored prices stand on is not changed under them', async () => {
  const { version } = (await api.send('GET', '/listings/NVDA')).body
  const changed = await api.send('PATCH', '/listings/NVDA', { version, currency: 'CNY', mic: 'XNYS' })
  expect(changed.body.parameters?.map(({ name }) => name)).toEqual(['mic', 'currency'])
})

test('only an admin adds, changes or delists', async () => {
  for (const [as, status] of [
    ['', 401],
    ['viewer', 403],
    ['annotator', 403],
  ] as const) {
    expect((await api.send('POST', '/listings', {}, as)).status).toBe(status)
    expect((await api.send('PATCH', '/listings/NVDA', {}, as)).status).toBe(status)
    expect((await api.send('DELETE', '/listings/NVDA?version=1', undefined, as)).status).toBe(status)
  }
})
