import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '@/lib/api/app'
import { openStore } from '@/lib/store/connection/store'
import { captureLog } from '../../log'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

const bars = '/api/v1/listings/NVDA/bars'

describe('parameters', () => {
  test.each([
    [`${bars}?from=2025-13-01`, 'from', 'a date of the calendar'],
    [`${bars}?from=2025-02-29`, 'from', 'got "2025-02-29"'],
    [`${bars}?from=`, 'from', 'a date of the calendar'],
    [`${bars}?to=20250828`, 'to', 'a date of the calendar'],
    [`${bars}?from=2025-02-02&to=2025-02-01`, 'from', 'not after "to"'],
    [`${bars}?adjust=dividends`, 'adjust', 'raw, split or total'],
    [`${bars}?format=xml`, 'format', 'json or csv'],
    [`${bars}?basis=raw`, 'basis', 'from, to, adjust, points, asOf, format'],
    [`${bars}?asOf=2027-01-01`, 'asOf', 'has come'],
    [`${bars}?from=2025-01-01&from=2025-01-02`, 'from', 'once'],
    ['/api/v1/listings?page=2', 'page', 'expected asOf'],
    ['/api/v1/topics?page=2', 'page', 'expected none'],
    ['/api/v1/listings/NVDA/revenue?adjust=raw', 'adjust', 'expected asOf, format'],
    ['/api/v1/events?kind=signal', 'kind', 'event, results or all'],
    ['/api/v1/events?tag=', 'tag', '1 to 60'],
    ['/api/v1/events?tag=%00', 'tag', '1 to 60'],
    ['/api/v1/runs?limit=0', 'limit', '1 to 200'],
    ['/api/v1/runs?limit=201', 'limit', '1 to 200'],
    ['/api/v1/runs?limit=1e2', 'limit', 'got "1e2"'],
    ['/api/v1/claims?__proto__=1', '__proto__', 'expected verdict, status, asOf'],
  ])('%s is refused and %s named', async (path, name, expected) => {
    const { parameter, parameters, type, title, detail } = await seeded.problem(path, 400)
    expect(parameter).toBe(name)
    expect(parameters?.[0]?.detail).toContain(expected)
    expect([type, title]).toEqual(['urn:tidemark:problem:bad-parameter', 'A parameter is wrong'])
    expect(detail.startsWith(`${name}: `)).toBe(true)
  })
})

describe('paths and methods', () => {
  test('what is not there is a 404 that says where the list is', async () => {
    for (const path of [
      '/api',
      '/api/',
      '/api/v1',
      '/api/v2/listings',
      '/api/v1/listings/',
      `${bars}/2025/1`,
      '/nothing',
    ]) {
      expect((await seeded.problem(path, 404)).detail).toContain('/api/v1/openapi.json')
    }
  })

  test('a method that is not possible is a 405 with Allow', async () => {
    for (const [method, path] of [
      ['POST', '/api/v1/runs'],
      ['DELETE', bars],
      ['PUT', '/healthz'],
      ['PATCH', '/api/v1/openapi.json'],
    ]) {
      const response = await seeded.api.request(path ?? '', { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    }
    expect((await seeded.api.request('/api/v1/nope', { method: 'POST' })).status).toBe(404)
  })

  test('HEAD answers as GET without a body, also for an error', async () => {
    for (const [path, status] of [
      [`${bars}?from=2025-08-28`, 200],
      ['/api/v1/listings/nope', 404],
      [`${bars}?from=x`, 400],
    ] as const) {
      const [head, get] = [await seeded.api.request(path, { method: 'HEAD' }), await seeded.api.request(path)]
      expect([head.status, get.status]).toEqual([status, status])
      expect(await head.text()).toBe('')
      expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    }
  })

  test('an address over 2,000 characters is refused before it is read', async () => {
    const { status, detail } = await seeded.problem(`${bars}?from=${'2'.repeat(2_000)}`, 414)
    expect([status, detail.includes('at most 2000')]).toEqual([414, true])
  })

  test('an address with a zero byte is refused before the store hears of it', async () => {
    for (const path of ['/api/v1/alerts/a%00b', '/api/v1/listings/%00', '/api/v1/nope%00'])
      expect(await seeded.problem(path, 400)).toMatchObject({ detail: 'The address holds a zero byte' })
    expect((await seeded.problem('/api/v1/compare?symbols=event%3A%00', 400)).status).toBe(400)
  })
})

describe('headers', () => {
  test('reads are open to every origin and never sniffed, errors too', async () => {
    for (const path of ['/api/v1/listings', '/api/v1/nope', `${bars}?x=1`]) {
      const { headers } = await seeded.api.request(path, { headers: { origin: 'https://elsewhere.example' } })
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    const asked = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
    const preflight = await seeded.api.request('/api/v1/listings', { method: 'OPTIONS', headers: asked })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD,OPTIONS')
  })

  test('an unchanged answer is a 304, a changed one is not', async () => {
    const first = await seeded.api.request(bars)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = async () => seeded.api.request(bars, { headers: { 'if-none-match': etag } })
    const same = await again()
    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag])
    expect(same.headers.get('access-control-allow-origin')).toBe('*')
    await seeded.store
      .sql`UPDATE bar b SET volume = volume + 1 FROM listing l WHERE l.id = b.listing_id AND l.symbol = 'NVDA' AND session = '2024-01-02'`
    expect((await again()).status).toBe(200)
  })
})

describe('health', () => {
  test('the process is up whatever the database does; it is ready when that is migrated', async () => {
    expect(await seeded.json('/healthz')).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    const ready = await seeded.json<{ migrations: number; warnings: { mic: string; daysLeft: number }[] }>('/readyz')
    expect(ready).toMatchObject({ status: 'ready', migrations: expect.any(Number) })
    expect(ready.warnings.map(({ mic }) => mic)).toEqual(['XSHG', 'XHKG'])
    expect(ready.warnings[0]?.daysLeft).toBe(37)
  })

  test('a missing migration is named, and it is not ready', async () => {
    const { sql } = seeded.store
    const [row] = await sql<{ id: string; name: string }[]>`
      UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '0001_init' RETURNING id, migration_name AS name`
    expect((await seeded.problem('/readyz', 503)).detail).toContain('0001_init')
    await sql`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${row?.id ?? ''}`
    await seeded.json('/readyz')
  })

  test('a process that is about to end is up, and not ready', async () => {
    const api = createApi({ store: seeded.store, now: () => now, draining: () => true })
    expect((await api.request('/healthz')).status).toBe(200)
    const response = await api.request('/readyz')
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      503,
      'This process is ending; ask another one',
    ])
  })

  test('without a database the process is up, not ready, and a request is a 503 without internals', async () => {
    const logged = captureLog()
    const dead = openStore('postgresql://tidemark:secret@127.0.0.1:1/none', { max: 1 })
    const api = createApi({ store: dead, now: () => now })
    expect((await api.request('/healthz')).status).toBe(200)
    for (const path of ['/readyz', '/api/v1/listings', '/api/v1/claims', '/api/v1/listings/NVDA/bars']) {
      const response = await api.request(path)
      const text = await response.text()
      expect({ path, status: response.status }).toEqual({ path, status: 503 })
      expect(text).not.toMatch(/127\.0\.0\.1|ECONN|secret/)
    }
    expect(logged.lines()).toMatchObject([{ msg: 'the database does not answer' }, ...Array(3).fill({ level: 50 })])
    expect(logged.text()).not.toContain('secret')
    await dead.close()
    logged.restore()
  })

  test('an unexpected error is a 500 that tells nothing of its inside and is logged whole', async () => {
    const logged = captureLog()
    const api = createApi({
      store: seeded.store,
      now: () => {
        throw new Error('the clock is in /secret/place')
      },
    })
    const response = await api.request('/api/v1/listings')
    expect([response.status, response.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
    expect(await response.text()).not.toContain('secret')
    expect(logged.text()).toContain('the clock is in /secret/place')
    logged.restore()
  })
})
