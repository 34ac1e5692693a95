import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CallingApi, callingApi } from './calling'

let api: CallingApi
beforeAll(async () => {
  api = await callingApi('annotator')
})
afterAll(() => api.store.close())

const preview = async (body: unknown) => (await api.send('POST', '/events/preview', body)).body

const note = {
  ...{ title: 'A note', titleZh: '一则笔记', text: '', textZh: '', sourceName: 'A paper' },
  ...{ start: '2025-08-27T20:22Z', listings: ['NVDA', '688256.SS'] },
}

test('an event is told as it would be stored, with its day 0 on each exchange, and nothing is stored', async () => {
  const before = (await api.json<{ items: unknown[] }>('/api/v1/events?kind=all')).items.length
  expect(await preview(note)).toMatchObject({
    event: { slug: 'a-note', start: '2025-08-27T20:22:00Z', precision: 'minute', status: 'draft' },
    refused: [],
    dayZero: [
      { symbol: 'NVDA', session: '2025-08-28' },
      { symbol: '688256.SS', session: '2025-08-28' },
    ],
  })
  expect((await api.json<{ items: unknown[] }>('/api/v1/events?kind=all')).items.length).toBe(before)
  expect((await api.send('GET', '/audit')).body.items).toEqual([])
})

test('what is still missing or wrong is told, and the rest is previewed all the same', async () => {
  const half = await preview({ start: '2025-08-22', listings: ['688256.SS', 'NOPE'], title: '' })
  expect(half).toMatchObject({ event: null, dayZero: [{ symbol: '688256.SS', session: '2025-08-22' }] })
  const refused = (half.refused as { name: string }[]).map(({ name }) => name)
  expect(refused).toEqual(expect.arrayContaining(['slug', 'title', 'phase', 'sourceName']))
  for (const start of ['', 'soon', '0001-01-01', '9999-12-31', '2025-08'])
    expect(await preview({ ...note, start, precision: 'day', phase: 'after' })).toHaveProperty('dayZero')
  expect(await preview({})).toMatchObject({ event: null, dayZero: [], near: [] })
})

test('events that may be the same one are named with the reason', async () => {
  const [known] = (await api.json<{ items: { slug: string; title: string }[] }>('/api/v1/events?listing=688256.SS'))
    .items
  const same = await api.json<{ start: string }>(`/api/v1/events/${known?.slug}`)
  const near = async (over: object) => (await preview({ ...note, slug: 'new', ...over })).near
  expect(await near({ title: known?.title, start: '2020-01-02T00:00Z' })).toMatchObject([
    { slug: known?.slug, because: ['title'] },
  ])
  expect(await near({ start: same.start, listings: ['688256.SS'] })).toContainEqual(
    expect.objectContaining({ slug: known?.slug, because: expect.arrayContaining(['listing']) }),
  )
  expect(await near({ start: '2020-01-02T00:00Z' })).toEqual([])
  expect(await near({ slug: known?.slug, title: known?.title, start: '2020-01-02T00:00Z' })).toEqual([])
})

test('who may not annotate gets no preview', async () => {
  expect((await api.send('POST', '/events/preview', {}, '')).status).toBe(401)
  expect((await api.send('POST', '/events/preview', {}, 'viewer')).status).toBe(403)
})
