import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '@/jobs/web/listen'
import { createWebServer } from '@/jobs/web/server'
import { answerDoor } from '@/lib/api/answers/door'
import { createApi } from '@/lib/api/app'
import { barsAnswer } from '@/lib/api/bars/answer'
import type { BarsView } from '@/lib/api/bars/schema'
import { barsView } from '@/lib/api/bars/view'
import { memoryOf } from '@/lib/api/memory/memory'
import type { YearsView } from '@/lib/api/years/schema'
import { writeBars } from '@/lib/store/bar/write'
import { openStore } from '@/lib/store/connection/store'
import { contextAt } from '../../database/fresh'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

const bars = '/api/v1/listings/688256.SS/bars'
const tagOf = async (path: string, api = seeded.api) => (await api.request(path)).headers.get('etag') ?? ''
const at = (moment: string) => createApi({ store: seeded.store, now: () => new Date(moment) })

describe('the entity tag of bars', () => {
  test('it stays as long as nothing changes, on every process, and each question has its own', async () => {
    const tags = await Promise.all(
      [bars, `${bars}?adjust=split`, `${bars}?adjust=total`, `${bars}?from=2025-08-28`, `${bars}?points=50`].map(
        (path) => tagOf(path),
      ),
    )
    expect(new Set(tags).size).toBe(5)
    expect(tags[0]).toMatch(/^"[\w-]{27}"$/)
    expect(await tagOf(bars, at('2026-11-30T12:00:00Z'))).toBe(tags[0])
    // What the query says by default is the same question.
    expect(await tagOf(`${bars}?adjust=raw&asOf=2026-11-20`)).toBe(tags[0])
    const other = openStore(seeded.store.url, { max: 1 })
    expect(await tagOf(bars, createApi({ store: other, now: () => now }))).toBe(tags[0])
    await other.close()
  })

  test('it is another one after every change that the answer shows, and the answer shows it', async () => {
    const { sql } = seeded.store
    let [tag, split] = [await tagOf(bars), await tagOf(`${bars}?adjust=split`)]
    const moved = async (change: PromiseLike<unknown>) => {
      await change
      const before = [tag, split]
      ;[tag, split] = [await tagOf(bars), await tagOf(`${bars}?adjust=split`)]
      return [tag !== before[0], split !== before[1]]
    }
    const ids = sql`SELECT id FROM listing WHERE symbol = '688256.SS'`
    expect(await moved(sql`UPDATE listing SET name = 'Cambricon' WHERE symbol = '688256.SS'`)).toEqual([true, true])
    expect((await seeded.json<BarsView>(bars)).meta.name).toBe('Cambricon')
    const ctx = contextAt('2026-11-24T01:00:00Z')
    const [{ id } = { id: 0 }] = await sql<{ id: number }[]>`${ids}`
    const corrected = { session: '2025-08-28', open: '1', high: '2', low: '1', close: '2', volume: 1n, settled: true }
    const source = { feed: 'yahoo', feedSymbol: '688256.SS', fetchedAt: ctx.now }
    const correct = writeBars(sql, ctx, id, [{ ...corrected, asOf: new Date('2025-08-28T07:00:00Z') }], source)
    expect(await moved(correct)).toEqual([true, true])
    const shown = await seeded.json<BarsView>(`${bars}?from=2025-08-28&to=2025-08-28`)
    expect([shown.close, shown.meta.revised]).toEqual([
      [2],
      [{ session: '2025-08-28', revisions: 1, lastRevisedAt: '2026-11-24T01:00:00.000Z' }],
    ])
    const action = sql`
      INSERT INTO corporate_action (listing_id, ex_date, kind, ratio_numerator, ratio_denominator, feed, fetched_at)
      VALUES (${id}, '2026-07-20', 'split', 10, 1, 'edited', now())`
    expect((await moved(action))[1]).toBe(true)
    expect((await seeded.json<BarsView>(`${bars}?adjust=split&from=2025-08-28&to=2025-08-28`)).close).toEqual([
      0.134228,
    ])
    expect(await moved(sql`UPDATE listing SET position = position + 1 WHERE symbol = '688256.SS'`)).toEqual([
      false,
      false,
    ])
    expect(await moved(sql`UPDATE bar SET volume = 1 WHERE listing_id <> ${id}`)).toEqual([false, false])
    await sql`DELETE FROM corporate_action WHERE listing_id = ${id} AND ex_date = '2026-07-20'`
  })

  test('it is another one when an ex-date opens or a bar’s moment comes, without a change of the store', async () => {
    const { sql } = seeded.store
    await sql`
      INSERT INTO corporate_action (listing_id, ex_date, kind, ratio_numerator, ratio_denominator, feed, fetched_at)
      SELECT id, '2026-11-26', 'split', 2, 1, 'yahoo', now() FROM listing WHERE symbol = '688256.SS'`
    const [before, after] = [at('2026-11-26T01:29:00Z'), at('2026-11-26T01:30:00Z')]
    const split = `${bars}?adjust=split`
    const tags = [await tagOf(split, before), await tagOf(split, at('2026-11-25T05:00:00Z')), await tagOf(split, after)]
    expect([tags[0] === tags[1], tags[1] === tags[2]]).toEqual([true, false])
    expect(await tagOf(bars, before)).toBe(await tagOf(bars, after))
    await sql`DELETE FROM corporate_action WHERE ex_date = '2026-11-26'`
    await sql`
      UPDATE bar SET as_of = '2026-11-26T01:30:00Z' FROM listing l
      WHERE l.id = listing_id AND l.symbol = '688256.SS' AND session = '2025-08-26'`
    const rows = async (api: typeof before) => ((await (await api.request(bars)).json()) as BarsView).meta.rows
    expect((await rows(after)) - (await rows(before))).toBe(1)
    expect(await tagOf(bars, before)).not.toBe(await tagOf(bars, after))
    expect(await tagOf(bars, after)).toBe(await tagOf(bars, at('2026-11-27T01:30:00Z')))
  })

  test('a 304 costs no reading of the series, and a tag of another encoding is none of this one', async () => {
    const read = async (headers: Record<string, string>) => seeded.api.request(`${bars}?to=2026-01-31`, { headers })
    const whole = await (await read({})).text()
    const packs = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [encoding, unpack] of Object.entries(packs)) {
      const response = await read({ 'accept-encoding': encoding })
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(response.headers.get('vary')).toBe('Accept-Encoding, Authorization, Cookie')
      expect(unpack(Buffer.from(await response.arrayBuffer())).toString()).toBe(whole)
      const etag = response.headers.get('etag') ?? ''
      expect(etag).toMatch(new RegExp(`-${encoding}"$`))
      const again = await read({ 'accept-encoding': encoding, 'if-none-match': etag })
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
      expect(again.headers.get('content-encoding')).toBeNull()
      expect((await read({ 'if-none-match': etag })).status).toBe(200)
    }
  })

  test('an answer is named by what it was made of, while somebody writes', async () => {
    const { sql } = seeded.store
    const seen = new Map<string, string>()
    let writing = true
    const writer = (async () => {
      for (let i = 1; i <= 25; i++) {
        await sql`UPDATE bar SET volume = ${i} FROM listing l WHERE l.id = listing_id AND l.symbol = 'NVDA' AND session = '2026-05-15'`
      }
      writing = false
    })()
    const reader = async () => {
      while (writing) {
        const answer = await barsAnswer(seeded.store, 'NVDA', { adjust: 'raw', from: '2026-05-01' }, now)
        if (answer === null) throw new Error('NVDA is gone')
        const body = answer.body.toString()
        expect(seen.get(answer.name) ?? body).toBe(body)
        seen.set(answer.name, body)
      }
    }
    await Promise.all([writer, reader(), reader(), reader()])
    const last = await barsView(seeded.store, 'NVDA', { adjust: 'raw', from: '2026-05-01' }, now)
    expect(last?.volume.at(-1)).toBe(25)
  })

  test('who asks for the same at the same time waits for one reading', async () => {
    memoryOf(seeded.store).resize(0)
    memoryOf(seeded.store).resize(2 ** 26)
    const ask = () => barsAnswer(seeded.store, 'NVDA', { adjust: 'raw' }, now)
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(new Set(answers).size).toBe(1)
  })
})

describe('sampling', () => {
  test('points gives that many bars at most and says of how many; absent, nothing is said', async () => {
    const whole = await seeded.json<BarsView>(bars)
    const view = await seeded.json<BarsView>(`${bars}?points=40`)
    expect(view.session).toHaveLength(40)
    expect(view.meta).toEqual({ ...whole.meta, rows: 40, sampled: { of: whole.meta.rows, points: 40 } })
    expect([view.close.at(-1), view.open[0]]).toEqual([whole.close.at(-1), whole.open[0]])
    expect('sampled' in whole.meta).toBe(false)
    for (const points of ['1', '10001', 'x', ''])
      expect((await seeded.problem(`${bars}?points=${points}`, 400)).parameter).toBe('points')
  })
})

describe('settled years', () => {
  const years = (adjust = '') => seeded.json<YearsView>(`/api/v1/listings/NVDA/years${adjust}`)

  test('each is immutable at its address and the rest is named; together they are the whole series', async () => {
    const { items, rest } = await years()
    expect(items.map(({ year }) => year)).toEqual([2024, 2025])
    expect(rest).toEqual({ from: '2026-01-01', path: '/api/v1/listings/NVDA/bars?from=2026-01-01' })
    const parts = await Promise.all([...items, rest].map(({ path }) => seeded.json<BarsView>(path)))
    expect(parts.flatMap(({ close }) => close)).toEqual(
      (await seeded.json<BarsView>('/api/v1/listings/NVDA/bars')).close,
    )
    const { headers } = await seeded.api.request(items[0]?.path ?? '')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect([headers.get('vary'), headers.get('etag')]).toEqual(['Accept-Encoding', `"${items[0]?.version}"`])
    const plain = await seeded.api.request('/api/v1/listings/NVDA/bars/2024')
    expect([plain.headers.get('cache-control'), plain.headers.get('etag')]).toEqual([
      'no-cache',
      `"${items[0]?.version}"`,
    ])
  })

  test('a correction gives its year another address, to which the former leads, and leaves the others', async () => {
    const before = (await years()).items
    await seeded.store
      .sql`UPDATE bar SET volume = volume + 1 FROM listing l WHERE l.id = listing_id AND l.symbol = 'NVDA' AND session = '2025-06-02'`
    const after = (await years()).items
    expect(after.map(({ version }, i) => version === before[i]?.version)).toEqual([true, false])
    const moved = await seeded.api.request(before[1]?.path ?? '')
    expect([moved.status, moved.headers.get('location')]).toEqual([302, after[1]?.path])
    expect(moved.headers.get('cache-control')).toBe('no-cache')
  })

  test('a year that is under way, or has a bar that is not settled, is none', async () => {
    const { detail } = await seeded.problem('/api/v1/listings/NVDA/bars/2026', 404)
    expect(detail).toContain('/api/v1/listings/NVDA/years')
    const last = (settled: boolean) =>
      seeded.store
        .sql`UPDATE bar SET settled = ${settled} FROM listing l WHERE l.id = listing_id AND l.symbol = 'NVDA' AND session = '2024-12-31'`
    await last(false)
    expect(await years()).toMatchObject({ items: [], rest: { from: null, path: '/api/v1/listings/NVDA/bars' } })
    await last(true)
    expect((await years('?adjust=split')).items[0]?.path).toContain('adjust=split&v=')
    const none = await (await at('2024-12-31T12:00:00Z').request('/api/v1/listings/NVDA/years')).json()
    expect(none).toMatchObject({ items: [] })
  })
})

describe('the door in front of the app', () => {
  let server: Server
  let url: string
  let asked: string[]
  /** Asked for each time, until a test says that the process is told of changes. */
  const changes = { count: 0, live: false, seenMore: false, hasSeenMore: () => changes.seenMore }
  let moment = now
  beforeAll(async () => {
    const api = createApi({ store: seeded.store, now: () => now })
    asked = []
    server = createWebServer({
      api: {
        fetch: (request, environment) => {
          asked.push(request.method)
          return api.fetch(request, environment)
        },
      },
      answers: answerDoor(seeded.store, () => moment, changes),
      pages: async (_, response) => void response.end(),
      dev: false,
    })
    await listen(server, '127.0.0.1', 0)
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/listings/0700.HK/bars`
  })
  afterAll(() => server.close())

  const told = async (headers: Record<string, string> = {}, method = 'GET') => {
    const response = await fetch(url, { method, headers: { 'accept-encoding': 'identity', ...headers } })
    const all = Object.fromEntries(
      [...response.headers].filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name)),
    )
    return { status: response.status, headers: all, body: await response.text() }
  }

  test('it says what the app says, in every encoding, to GET and HEAD, and as a 304; the app is not asked', async () => {
    const first = await told()
    const bypass = { authorization: 'Basic cHJveHk6cHJveHk=' }
    asked = []
    for (const method of ['GET', 'HEAD']) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const headers = { 'accept-encoding': encoding }
        const early = await told(headers, method)
        expect(early).toEqual(await told({ ...headers, ...bypass }, method))
        const etag = early.headers.etag ?? ''
        const same = await told({ ...headers, 'if-none-match': etag }, method)
        expect(same).toEqual(await told({ ...headers, ...bypass, 'if-none-match': etag }, method))
        expect(same.status).toBe(304)
      }
    }
    expect(await told()).toEqual(first)
    expect(asked).toHaveLength(12)
  })

  test('told of changes it asks the store after each, and else once a second; for who has seen more, and in doubt, each time', async () => {
    const rename = async (name: string) => {
      await seeded.store.sql`UPDATE listing SET name = ${name} WHERE symbol = '0700.HK'`
    }
    const nameTold = async () => (JSON.parse((await told()).body) as BarsView).meta.name
    // A name that was never answered with is left to the app, which remembers it.
    await rename('One')
    expect(await nameTold()).toBe('One')
    Object.assign(changes, { live: true, count: 1 })
    expect(await nameTold()).toBe('One')
    await rename('Two')
    asked = []
    expect([await nameTold(), asked]).toEqual(['One', []])

    changes.seenMore = true
    expect(await nameTold()).toBe('Two')
    changes.seenMore = false
    expect(await nameTold()).toBe('One')
    changes.live = false
    expect(await nameTold()).toBe('Two')
    changes.live = true
    expect(await nameTold()).toBe('One')
    moment = new Date(now.getTime() + 999)
    expect(await nameTold()).toBe('One')
    moment = new Date(now.getTime() + 1_000)
    expect(await nameTold()).toBe('Two')

    await rename('Three')
    expect(await nameTold()).toBe('Two')
    changes.count = 2
    expect(await nameTold()).toBe('Three')
    const { etag = '' } = (await told()).headers
    asked = []
    expect([(await told({ 'if-none-match': etag })).status, asked]).toEqual([304, []])
    Object.assign(changes, { live: false })
    moment = now
  })

  test('it sees every change, and leaves who may be somebody to the app', async () => {
    const before = await told()
    await seeded.store.sql`UPDATE listing SET name = 'Tencent' WHERE symbol = '0700.HK'`
    const after = await told({ 'if-none-match': before.headers.etag ?? '' })
    expect([after.status, (JSON.parse(after.body) as BarsView).meta.name]).toEqual([200, 'Tencent'])
    asked = []
    expect((await told({ authorization: 'Bearer tm_nonsense' })).status).toBe(401)
    await told({ cookie: 'tidemark.session_token=nonsense' })
    await told({}, 'OPTIONS')
    expect(asked).toEqual(['GET', 'GET', 'OPTIONS'])
  })
})
