import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CallingApi, callingApi } from './calling'

let api: CallingApi
beforeAll(async () => {
  api = await callingApi('admin')
})
afterAll(() => api.store.close())

test('an admin asks a worker for something and follows it; the same again is the same request', async () => {
  const asked = await api.send('POST', '/requests', { kind: 'backfill', listing: 'NVDA', from: '2020-01-02' })
  expect(asked).toMatchObject({ status: 202, body: { state: 'waiting', listing: 'NVDA', progress: 0 } })
  const again = await api.send('POST', '/requests', { kind: 'backfill', listing: 'NVDA', from: '2020-01-02' })
  expect(again.body.id).toBe(asked.body.id)
  expect((await api.send('GET', `/requests/${asked.body.id}`)).body).toEqual(asked.body)
  expect((await api.send('GET', '/requests?listing=NVDA&state=waiting')).body.items).toEqual([asked.body])
  expect((await api.send('GET', '/audit?entity=request')).body.items).toMatchObject([{ action: 'create' }])
})

test.each([
  [{ kind: 'backfill', listing: 'NVDA', from: '1990-01-02' }, 'from'],
  [{ kind: 'refresh', listing: 'NOPE' }, 'listing'],
  [{ kind: 'refresh', listing: 'a\u0000' }, 'listing'],
  [{ kind: 'dance' }, 'kind'],
])('%j is refused and its field named', async (body, field) => {
  const refused = await api.send('POST', '/requests', body)
  expect([refused.status, refused.body.parameters?.map(({ name }) => name)]).toEqual([400, [field]])
})

test('an unknown id is a 404, whatever it is made of', async () => {
  for (const id of ['00000000-0000-4000-8000-000000000000', 'x', 'a'.repeat(300)])
    expect((await api.send('GET', `/requests/${id}`)).status).toBe(404)
  expect((await api.send('GET', '/requests?listing=%00')).status).toBe(400)
})

test('nobody else may ask, or see what was asked', async () => {
  for (const [as, status] of [
    ['', 401],
    ['viewer', 403],
    ['annotator', 403],
  ] as const) {
    expect((await api.send('POST', '/requests', {}, as)).status).toBe(status)
    expect((await api.send('GET', '/requests', undefined, as)).status).toBe(status)
    expect((await api.send('GET', '/requests/x', undefined, as)).status).toBe(status)
  }
})
