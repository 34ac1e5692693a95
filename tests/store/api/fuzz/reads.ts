import fc from 'fast-check'
import { expect } from 'vitest'
import type { SeededApi } from '../seeded'
import { dates, hostile, symbols, words } from './texts'

/** Every route with the parameters it takes; `@` stands for any text. */
const routes: Readonly<Record<string, readonly string[]>> = {
  listings: [],
  'listings/@': [],
  'listings/@/bars': ['from', 'to', 'adjust', 'format'],
  'listings/@/actions': [],
  'listings/@/revenue': ['format'],
  'listings/@/valuation': ['from', 'to', 'asOf', 'currency', 'format'],
  'listings/@/indicators': ['window', 'adjust', 'against', 'from', 'to', 'asOf', 'format'],
  'listings/@/refreshes': ['asOf'],
  events: ['kind', 'topic', 'listing', 'tag'],
  'events/@': [],
  'events/@/study': ['listing', 'model', 'returns', 'pre', 'post', 'gap', 'estimation', 'asOf', 'format'],
  studies: ['kind', 'topic', 'listing', 'tag', 'asOf', 'format'],
  claims: ['verdict', 'asOf'],
  'claims/@': ['asOf', 'format'],
  milestones: [],
  filings: ['asOf'],
  topics: [],
  search: ['q', 'asOf'],
  feeds: [],
  series: [],
  runs: ['limit'],
  compare: ['symbols', 'rebase', 'currency', 'adjust', 'from', 'to', 'asOf', 'settled', 'format'],
  rates: ['base', 'quote', 'from', 'to'],
  'openapi.json': [],
  '../udf/config': [],
  '../udf/symbols': ['symbol'],
  '../udf/symbol_info': ['group'],
  '../udf/search': ['query', 'type', 'exchange', 'limit'],
  '../udf/history': ['symbol', 'resolution', 'from', 'to', 'countback', 'adjust'],
  '../udf/marks': ['symbol', 'resolution', 'from', 'to', 'lang'],
  '../udf/timescale_marks': ['symbol', 'resolution', 'from', 'to', 'lang'],
  '../udf/quotes': ['symbols'],
  '../../feeds/events.atom': ['kind', 'topic', 'listing', 'tag', 'lang'],
  '../../feeds/events.json': ['kind', 'topic', 'listing', 'tag', 'lang'],
  '../../feeds/signals.atom': ['listing', 'rule', 'lang'],
  '../../feeds/signals.json': ['listing', 'rule', 'lang'],
  '../../feeds/calendar.ics': ['lang'],
  '@/@': [],
}
const moments = ['0', '-62135596800', '1735689600', '1767225600.5', '99999999999']
const bases = ['event:deepseek-r1-shock', 'event:', 'event:huawei-us-entity-list', 'event:\u0000']

/** What a parameter may well hold, by its name. */
const plausible: Readonly<Record<string, readonly string[]>> = {
  from: [...dates, ...moments],
  asOf: dates,
  to: [...dates, ...moments],
  symbol: symbols,
  resolution: ['1D', 'W', '1M', '5'],
  countback: ['1', '300', '0', '1e9'],
  lang: ['en', 'zh-CN', 'fr'],
  adjust: ['raw', 'split', 'total'],
  format: ['csv', 'json'],
  symbols,
  listing: symbols,
  against: symbols,
  rebase: [...bases, ...dates],
  currency: ['local', 'USD', 'CNY'],
  q: ['寒武纪 H20', 'nvda', '', 'ascend 950', '(', '𝐀'],
  '@': symbols,
}

const text = (name: string) =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.constantFrom(...(plausible[name] ?? words)) },
      { weight: 2, arbitrary: fc.constantFrom(...hostile, ...words, ...dates) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    )
    .map((one) => encodeURIComponent(one.replace(/\p{Surrogate}/gu, '?')))
const encoded = text('@')
const stray = fc.constantFrom('__proto__', 'constructor', 'a[]', '%', 'FROM', 'x')
const raw = fc.string({ unit: 'grapheme-ascii', maxLength: 8 })

/** A route with its own parameters, each at most once, and seldom a stray one. */
const routed = fc.constantFrom(...Object.entries(routes)).chain(([route, names]) =>
  fc
    .tuple(
      fc.tuple(encoded, encoded),
      fc
        .subarray([...names])
        .chain((some) => fc.tuple(...some.map((name) => text(name).map((one) => `${name}=${one}`)))),
      fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(stray, encoded) }),
    )
    .map(([[first, second], pairs, odd]) => {
      const path = route.replace('@', () => first).replace('@', () => second)
      const search = [...pairs, ...(odd ? [odd.join('=')] : [])].join('&')
      return `/api/v1/${path}${search ? `?${search}` : ''}`
    }),
)
const address = fc.oneof(
  { weight: 6, arbitrary: routed },
  { weight: 1, arbitrary: fc.tuple(raw, raw).map((parts) => `/${parts.join('?')}`) },
)
const method = fc.oneof(
  { weight: 8, arbitrary: fc.constant('GET') },
  { weight: 1, arbitrary: fc.constantFrom('HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH') },
)

/**
 * Sends `runs` requests of known and odd routes, parameters and values, and expects no answer but those that are meant: never a 500, and every error a
 * problem. `api` is the app on a seeded store.
 */
export async function fuzzApi(api: SeededApi['api'], runs: number): Promise<void> {
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(address, method, async (where, how) => {
      const url = `http://localhost${where}`
      fc.pre(URL.canParse(url))
      const response = await api.request(new Request(url, { method: how }))
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1)
      // Nobody may write.
      expect([200, 204, 400, 401, 404, 405, 414]).toContain(response.status)
      const body = await response.text()
      if (response.status < 400) return
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      if (how !== 'HEAD')
        expect(JSON.parse(body)).toMatchObject({ status: response.status, detail: expect.any(String) })
    }),
    { numRuns: runs },
  )
  expect([...seen.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 404, 405]))
}
