import { afterAll, beforeAll, expect, test } from 'vitest'
import { noLimits, usualLimits } from '@/lib/access/limits'
import { limitOf } from '@/lib/api/access/limits'
import { sweepExpired } from '@/lib/store/limit/sweep'
import { takeRequest } from '@/lib/store/limit/take'
import { type FreshStore, freshStore } from '../../database/fresh'
import { openPeople, password } from './people'

const start = new Date('2026-11-24T02:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

test('a bucket gives what it holds, however many take at once, and fills up again', async () => {
  const bucket = { capacity: 5, perSecond: 0.5 }
  const take = (at: Date) => takeRequest(store.sql, 'test', bucket, at)
  const waits = await Promise.all(Array.from({ length: 20 }, () => take(start)))
  expect(waits.filter((wait) => wait === null)).toHaveLength(5)
  expect(waits.filter((wait) => wait !== null)).toEqual(Array(15).fill(2000))
  expect(await take(after(1))).toBe(1000)
  expect(await take(after(2))).toBeNull()
  expect(await take(after(2))).toBe(2000)
  // A machine whose clock is behind gains nothing, and takes nothing away.
  expect(await take(start)).toBe(2000)
  for (let taken = 0; taken < 5; taken++) expect(await take(after(600))).toBeNull()
  expect(await take(after(600))).toBe(2000)
  await sweepExpired(store.sql, after(601))
  expect(await store.sql`SELECT key FROM rate_bucket`).toHaveLength(1)
  await sweepExpired(store.sql, after(600 + 86_401))
  expect(await store.sql`SELECT key FROM rate_bucket`).toEqual([])
})

test.each([
  ['POST', '/api/v1/session', 'signIn'],
  ['POST', '/api/v1/session/passkey', 'signIn'],
  ['POST', '/api/v1/links/use', 'links'],
  ['POST', '/api/v1/links/look', 'links'],
  ['DELETE', '/api/v1/session', 'writes'],
  ['DELETE', '/api/v1/links/x', 'writes'],
  ['POST', '/api/v1/events', 'writes'],
  ['GET', '/api/v1/listings/NVDA/bars?format=csv', 'exports'],
  ['GET', '/api/v1/export/events?format=json', 'exports'],
  ['GET', '/api/v1/events/deepseek-ue8m0/study?model=market', 'studies'],
  ['GET', '/api/v1/studies', 'studies'],
  ['GET', '/api/v1/compare?symbols=NVDA', 'studies'],
  ['GET', '/api/v1/events/study', null],
  ['GET', '/api/v1/listings', null],
  ['OPTIONS', '/api/v1/studies', null],
])('%s %s counts as %s', (method, path, kind) => {
  expect(limitOf(method, new URL(`http://tidemark.test${path}`))).toBe(kind)
})

test('limits are on unless they are taken away', () => {
  expect(Object.values(usualLimits).every((bucket) => bucket !== null)).toBe(true)
})

test('too many attempts to sign in are refused by address, and by account from wherever they come', async () => {
  let time = start
  const limits = { ...noLimits, signIn: { capacity: 3, perSecond: 0.1 }, signInName: { capacity: 5, perSecond: 0.1 } }
  const people = openPeople(store, () => time, { limits })
  const ada = await people.firstAdmin()
  const attempt = (address: string, email = 'ada@example.org', secret = 'a wrong password') =>
    people.send('POST', '/session', { address, body: { email, password: secret } })
  const first = [await attempt('203.0.113.1'), await attempt('203.0.113.1'), await attempt('203.0.113.1')]
  expect(first.map(({ status }) => status)).toEqual([401, 401, 401])
  const refused = await attempt('203.0.113.1', 'ada@example.org', password)
  expect([refused.status, refused.headers.get('retry-after'), refused.body.retryAfter]).toEqual([429, '10', 10])
  expect(refused.body.type).toBe('urn:tidemark:problem:too-many')
  // In the same network of IPv6, and at another address.
  const v6 = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8::4'].map(
    (address) => () => attempt(address, 'eve@example.org'),
  )
  const statuses = []
  for (const each of v6) statuses.push((await each()).status)
  expect(statuses).toEqual([401, 401, 401, 429])
  expect([(await attempt('203.0.113.2')).status, (await attempt('203.0.113.3')).status]).toEqual([401, 401])
  expect((await attempt('203.0.113.4', 'ada@example.org', password)).status).toBe(429)
  time = after(10)
  expect((await attempt('203.0.113.4', 'ada@example.org', password)).status).toBe(200)
  // Who gets in is not kept out by doing so often.
  time = after(100)
  for (let times = 0; times < 8; times++) {
    expect((await attempt('203.0.113.5', 'ada@example.org', password)).status).toBe(200)
  }
  for (let times = 0; times < 5; times++) await attempt(`203.0.113.${10 + times}`)
  // Guessing the password from within a session counts as well.
  const change = () =>
    people.send('POST', '/account/password', {
      cookie: ada,
      body: { current: 'a guess', next: 'violet otter 9 lamps' },
    })
  expect((await change()).status).toBe(429)
})

test('changes are counted by caller, files by address', async () => {
  const limits = { ...noLimits, writes: { capacity: 2, perSecond: 1 }, exports: { capacity: 1, perSecond: 1 } }
  const people = openPeople(store, () => after(100), { limits })
  const cookie = (await people.send('POST', '/session', { body: { email: 'ada@example.org', password } })).cookie
  const rename = (address: string) => people.send('PATCH', '/account', { cookie, address, body: { name: 'Ada' } })
  const statuses = [await rename('203.0.113.1'), await rename('203.0.113.2'), await rename('203.0.113.3')]
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
  const file = (address: string) => people.send('GET', '/studies?format=csv', { address })
  expect([(await file('203.0.113.1')).status, (await file('203.0.113.1')).status]).toEqual([200, 429])
  expect((await file('203.0.113.2')).status).toBe(200)
  expect((await people.send('GET', '/studies', { address: '203.0.113.1' })).status).toBe(200)
})
