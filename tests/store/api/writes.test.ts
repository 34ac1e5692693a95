import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, nobody } from '@/lib/access/caller'
import { createApi } from '@/lib/api/app'
import { now, type ProblemAnswer, type SeededApi, seededApi } from './seeded'

const callers: Readonly<Record<string, Caller>> = {
  viewer: { actor: 'vera@example.org', scopes: ['read'], userId: 'v', via: 'session' },
  annotator: { actor: 'anna@example.org', scopes: ['read', 'annotate'], userId: 'a', via: 'session' },
  key: { actor: 'key "ci" of anna@example.org', scopes: ['read', 'annotate'], userId: 'a', via: 'key' },
}

let seeded: SeededApi
let api: ReturnType<typeof createApi>
beforeAll(async () => {
  seeded = await seededApi()
  api = createApi({
    store: seeded.store,
    now: () => now,
    identify: async (request) => callers[request.headers.get('x-test-caller') ?? ''] ?? nobody,
  })
})
afterAll(() => seeded.store.close())

async function send(
  method: string,
  path: string,
  { as = 'annotator', body, headers = {} }: { as?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await api.request(`http://tidemark.test${path}`, {
    method,
    headers: { 'x-test-caller': as, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & Partial<ProblemAnswer> }
}

const note = (slug: string) => ({
  ...{ slug, title: 'A note', titleZh: '一则笔记', text: '', textZh: '', start: '2025-08-21T07:00Z' },
  ...{ sourceName: 'A paper', listings: ['688256.SS'] },
})

test('an event is added, seen by annotators only until it is published, changed, archived and undone', async () => {
  const added = await send('POST', '/api/v1/events', { body: note('added') })
  expect(added.status).toBe(201)
  expect(added.body).toMatchObject({ status: 'draft', version: 1, precision: 'minute', date: '2025-08-21' })
  expect((await send('GET', '/api/v1/events/added', { as: 'viewer' })).status).toBe(404)
  expect((await send('GET', '/api/v1/events/added')).body.title).toBe('A note')
  expect((await send('GET', '/api/v1/events?status=draft')).body.items).toMatchObject([{ slug: 'added' }])

  const published = await send('PATCH', '/api/v1/events/added', { body: { version: 1, status: 'published' } })
  expect(published.body.version).toBe(2)
  expect((await send('GET', '/api/v1/events/added', { as: '' })).body.status).toBe('published')

  expect((await send('DELETE', '/api/v1/events/added?version=2')).body.status).toBe('archived')
  const trail = (await send('GET', '/api/v1/audit?entity=event&key=added')).body.items as {
    id: number
    action: string
  }[]
  expect(trail.map(({ action }) => action)).toEqual(['archive', 'update', 'create'])
  const undone = await send('POST', `/api/v1/audit/${trail[0]?.id}/undo`, { body: { version: 3 } })
  expect(undone.body).toMatchObject({ action: 'restore', after: { status: 'published' } })
})

test('a version that is not the stored one is a 409 with the difference', async () => {
  await send('POST', '/api/v1/events', { body: note('contested') })
  await send('PATCH', '/api/v1/events/contested', { body: { version: 1, title: 'Theirs' } })
  const late = await send('PATCH', '/api/v1/events/contested', { body: { version: 1, title: 'Mine' } })
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ version: 2, difference: [{ field: 'title', stored: 'Theirs', sent: 'Mine' }] })
})

test('who may not write is told why, and whoever is not signed in that signing in would help', async () => {
  for (const [as, status] of [
    ['', 401],
    ['viewer', 403],
  ] as const) {
    expect((await send('POST', '/api/v1/events', { as, body: note('never') })).status).toBe(status)
    expect((await send('GET', '/api/v1/audit', { as })).status).toBe(status)
    expect((await send('GET', '/api/v1/events?status=draft', { as })).status).toBe(status)
  }
})

test('a browser writes only from our own pages; a key from anywhere', async () => {
  const foreign = { origin: 'https://evil.example' }
  const refused = await send('POST', '/api/v1/events', { body: note('foreign'), headers: foreign })
  expect([refused.status, refused.body.type]).toEqual([403, 'urn:tidemark:problem:foreign-origin'])
  const crossSite = { 'sec-fetch-site': 'cross-site' }
  expect((await send('POST', '/api/v1/events', { body: note('foreign'), headers: crossSite })).status).toBe(403)
  const own = { origin: 'http://tidemark.test' }
  expect((await send('POST', '/api/v1/events', { body: note('own'), headers: own })).status).toBe(201)
  expect((await send('POST', '/api/v1/events', { as: 'key', body: note('by-key'), headers: foreign })).status).toBe(201)
})

test.each([
  ['{', 'Malformed'],
  ['[]', 'expected object'],
  [{ ...note('bad'), start: 'yesterday' }, 'start'],
  [{ ...note('bad'), listings: ['NOPE'] }, 'listings'],
  [{ ...note('bad'), extra: 1 }, 'extra'],
  [{ ...note('bad'), title: 5 }, 'title'],
])('the body %j is refused and says what is wrong', async (body, word) => {
  const refused = await send('POST', '/api/v1/events', { body })
  expect(refused.status).toBe(400)
  expect(refused.body.detail).toContain(word)
})

test('a body that is no JSON, or too large, is refused', async () => {
  const text = await send('POST', '/api/v1/events', { body: 'slug=x', headers: { 'content-type': 'text/plain' } })
  expect(text.status).toBe(400)
  const large = await send('POST', '/api/v1/events', { body: { ...note('large'), text: 'x'.repeat(300_000) } })
  expect([large.status, large.body.type]).toEqual([413, 'urn:tidemark:problem:body-too-large'])
})
