import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAccess } from '@/lib/access/open'
import { createApi } from '@/lib/api/app'
import { countingHasher, openPeople, origin, type People, password } from '../access/people'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
let people: People
let ada: string
let operations: readonly { method: string; path: string }[]
beforeAll(async () => {
  seeded = await seededApi()
  // Headers do not depend on how much there is, and long studies take their time.
  await seeded.store.sql`DELETE FROM bar WHERE session < '2026-06-01'`
  people = openPeople(seeded.store, () => now)
  ada = await people.firstAdmin()
  const { paths } = await seeded.json<{ paths: Record<string, object> }>('/api/v1/openapi.json')
  operations = Object.entries(paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => ({
      method: method.toUpperCase(),
      path: path.replace('{symbol}', 'NVDA').replace('{slug}', 'deepseek-ue8m0').replace('{id}', '999999'),
    })),
  )
})
afterAll(() => seeded.store.close())

async function headersOf(method: string, path: string, cookie?: string): Promise<{ status: number; headers: Headers }> {
  const { status, headers } = await people.api.request(`${origin}${path}`, {
    method,
    headers: {
      origin,
      ...(cookie ? { cookie } : {}),
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'POST' || method === 'PATCH' ? { body: '{}' } : {}),
  })
  return { status, headers }
}

test('no answer of any route is sniffed, shown with cookies to other sites, or kept for others', async () => {
  // Last, because it signs out.
  const inOrder = [...operations].sort((one) => (one.path.includes('session') && one.method === 'DELETE' ? 1 : -1))
  for (const { method, path } of inOrder) {
    for (const cookie of [undefined, ada]) {
      const { status, headers } = await headersOf(method, path, cookie)
      const told = { method, path, signedIn: cookie !== undefined, status }
      expect({ ...told, sniff: headers.get('x-content-type-options') }).toEqual({ ...told, sniff: 'nosniff' })
      expect({ ...told, origin: headers.get('access-control-allow-origin') }).toEqual({ ...told, origin: '*' })
      expect({ ...told, credentials: headers.get('access-control-allow-credentials') }).toEqual({
        ...told,
        credentials: null,
      })
      const caching = headers.get('cache-control') ?? ''
      if (status >= 400) expect({ ...told, caching }).toEqual({ ...told, caching: 'no-store' })
      else {
        expect({ ...told, vary: headers.get('vary') }).toMatchObject({
          vary: expect.stringContaining('Authorization, Cookie'),
        })
        expect({ ...told, caching }).toMatchObject({
          caching: expect.stringMatching(
            cookie === undefined ? /^(no-cache|no-store)$/ : /^(private, no-cache|no-store)$/,
          ),
        })
      }
      if (status === 401) expect({ ...told, how: headers.get('www-authenticate') }).toEqual({ ...told, how: 'Bearer' })
    }
  }
  ada = (await people.send('POST', '/session', { body: { email: 'ada@example.org', password } })).cookie
})

test('an answer that is the same is not sent again to who is signed in, and stays theirs', async () => {
  const first = await people.api.request(`${origin}/api/v1/topics`, { headers: { cookie: ada } })
  const etag = first.headers.get('etag') ?? ''
  const same = await people.api.request(`${origin}/api/v1/topics`, { headers: { cookie: ada, 'if-none-match': etag } })
  expect([same.status, same.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
  expect(same.headers.get('vary')).toContain('Cookie')
})

test('other sites may neither change things nor send a key from a reader’s browser', async () => {
  const preflight = await people.api.request(`${origin}/api/v1/topics`, {
    method: 'OPTIONS',
    headers: {
      ...{ origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
      'access-control-request-headers': 'authorization',
    },
  })
  expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).not.toContain('authorization')
  const foreign = { origin: 'https://elsewhere.example' }
  for (const [method, path] of [
    ['POST', '/session'],
    ['DELETE', '/session'],
    ['POST', '/keys'],
    ['POST', '/links/use'],
  ] as const) {
    const answer = await people.send(method, path, {
      cookie: ada,
      headers: foreign,
      ...(method === 'POST' ? { body: {} } : {}),
    })
    expect([method, path, answer.status, answer.body.type]).toEqual([
      method,
      path,
      403,
      'urn:tidemark:problem:foreign-origin',
    ])
  }
})

test('the cookie is out of reach of scripts and other sites, and over TLS only where there is TLS', async () => {
  const set = async (publicUrl?: string) => {
    const access = openAccess({
      store: seeded.store,
      secret: `${'k'.repeat(22)}abcdefghij`,
      hasher: countingHasher(),
      publicUrl,
    })
    const api = createApi({ store: seeded.store, now: () => now, access, ...(publicUrl ? { publicUrl } : {}) })
    const response = await api.request(`${origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.org', password }),
    })
    return response.headers.get('set-cookie') ?? ''
  }
  const plain = await set()
  expect(plain).toMatch(/^tidemark\.session_token=.*; HttpOnly; SameSite=Lax$/)
  expect(plain).toContain('Path=/')
  expect(await set('https://tidemark.example')).toMatch(
    /^__Secure-tidemark\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/,
  )
})
