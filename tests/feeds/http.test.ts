import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FeedRequest, fetchJson, fetchText } from '@/lib/feeds/shared/http'
import { type FeedContext, FeedError, type FeedErrorClass } from '@/lib/feeds/types'
import { type Fault, type Standin, startStandin } from '../standin'
import { testContext } from './context'

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { rates: [{ date: '2026-04-13', rates: { USD: 1.1 } }] } })
})
afterEach(() => standin.close())

const csv: FeedRequest = {
  feed: 'ecb',
  name: 'Test bank',
  target: 'the rates',
  url: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.csv?a=1',
  expect: 'csv',
}
const json: FeedRequest = { ...csv, expect: 'json' }

async function failing(request: FeedRequest, ctx: FeedContext): Promise<FeedError> {
  const error = await fetchText(request, ctx).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(FeedError)
  if (!(error instanceof FeedError)) throw error
  return error
}

describe('a request', () => {
  test('keeps path and query at the origin it is sent to, names us and a contact, and sends no cookie', async () => {
    const { ctx } = testContext(standin.origin)
    expect(await fetchText(csv, ctx)).toContain('2026-04-13,1.1,')
    expect(standin.requests).toHaveLength(1)
    expect(standin.requests[0]?.url).toBe('/stats/eurofxref/eurofxref-hist.csv?a=1')
    expect(standin.requests[0]?.headers['user-agent']).toBe('Tidemark/0.1 (+https://tidemark.example/contact)')
    expect(standin.requests[0]?.headers.cookie).toBeUndefined()
  })

  test('is not broken by a contact that is no header text', async () => {
    const { ctx } = testContext(standin.origin, { contact: 'Zoë <z@x.example>\r\nX-Forged: 1' })
    await fetchText(csv, ctx)
    expect(standin.requests[0]?.headers['user-agent']).toBe('Tidemark/0.1 (+Zo? <z@x.example>??X-Forged: 1)')
    expect(standin.requests[0]?.headers['x-forged']).toBeUndefined()
  })

  test('is given up with the reason of the caller, at once and without another attempt', async () => {
    const control = new AbortController()
    const { ctx, waits } = testContext(standin.origin, { signal: control.signal })
    standin.set({ match: 'eurofxref', fault: { kind: 'slow', ms: 5_000 } })
    setTimeout(() => control.abort(new Error('shutting down')), 50)
    await expect(fetchText(csv, ctx)).rejects.toThrow('shutting down')
    expect(waits).toEqual([])
  })
})

describe('a failure gets its class, words that name feed and target, and the attempts of its policy', () => {
  const cases: [string, Fault, FeedErrorClass, RegExp, number][] = [
    ['429 without Retry-After', { kind: 'rate-limit' }, 'rate-limited', /limits our rate .*Too Many Requests/, 3],
    ['an HTML page with 200', { kind: 'html' }, 'not-the-format', /an HTML page \("Checking your browser"\)/, 2],
    ['half a body', { kind: 'half-body' }, 'unreachable', /closed before the answer was complete/, 3],
    ['a closed socket', { kind: 'closed' }, 'unreachable', /could not be reached/, 3],
    ['403', { kind: 'status', status: 403 }, 'refused', /refused the rates \(HTTP 403/, 1],
    ['404 where it says nothing of a symbol', { kind: 'status', status: 404 }, 'not-the-format', /HTTP 404/, 2],
    ['500 as a page', { kind: 'html', status: 500, title: 'Oops' }, 'unreachable', /HTTP 500, "Oops"/, 3],
    ['an answer that never ends', { kind: 'stall' }, 'timeout', /in 200 ms/, 2],
    ['an answer that comes too late', { kind: 'slow', ms: 2_000 }, 'timeout', /in 200 ms/, 2],
  ]
  test.each(cases)('%s', async (_name, fault, errorClass, message, requests) => {
    standin.set({ match: 'eurofxref', fault })
    const { ctx, waits } = testContext(standin.origin, { timeoutMs: 200 })
    const error = await failing(csv, ctx)
    expect(error.errorClass).toBe(errorClass)
    expect(error.message).toMatch(message)
    expect(error.message).toContain('Test bank')
    expect(error.message).toContain('the rates')
    expect(standin.requests).toHaveLength(requests)
    expect(waits).toHaveLength(requests - 1)
  })

  test('a port where nothing listens', async () => {
    const gone = await startStandin()
    await gone.close()
    const { ctx, waits } = testContext(gone.origin)
    const error = await failing(csv, ctx)
    expect(error.errorClass).toBe('unreachable')
    expect(error.message).toMatch(/connection refused/)
    expect(waits).toEqual([300, 600])
  })

  test('a body over the size cap, counted after decompression', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-encoding': 'gzip' })
      response.end(gzipSync('Date,USD,\n'.repeat(200_000)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const error = await failing(csv, testContext(origin, { maxBytes: 50_000 }).ctx)
    server.close()
    server.closeAllConnections()
    expect(error.errorClass).toBe('not-the-format')
    expect(error.message).toMatch(/more than 50000 bytes/)
  })

  test('JSON that ends early, and text where JSON was expected', async () => {
    const { ctx } = testContext(standin.origin)
    standin.set({ match: 'eurofxref', fault: { kind: 'status', status: 200, body: '{"chart":{"result":[{"meta' } })
    expect((await failing(json, ctx)).message).toMatch(/JSON that is cut short or damaged/)
    standin.set({ match: 'eurofxref', fault: { kind: 'status', status: 200, body: 'hello' } })
    const error = await failing(json, ctx)
    expect(error.errorClass).toBe('not-the-format')
    expect(error.message).toMatch(/"hello" where JSON was expected/)
  })
})

describe('a redirect', () => {
  const direct = () => ({ ...csv, url: `${standin.origin}/stats/eurofxref/eurofxref-hist.csv` })

  test('to another host is not followed', async () => {
    standin.set({ match: 'eurofxref', fault: { kind: 'redirect', location: 'http://elsewhere.example/x' } })
    const error = await failing(direct(), testContext(null).ctx)
    expect(error.errorClass).toBe('refused')
    expect(error.message).toContain('http://elsewhere.example/x')
  })

  test('to another host stays at the origin that is set', async () => {
    const location = 'https://elsewhere.example/stats/eurofxref/eurofxref-hist.csv'
    standin.set({ match: 'eurofxref', fault: { kind: 'redirect', location }, times: 1 })
    expect(await fetchText(csv, testContext(standin.origin).ctx)).toContain('2026-04-13')
    expect(standin.requests).toHaveLength(2)
  })

  test('is followed three times at most', async () => {
    standin.set({ match: 'eurofxref', fault: { kind: 'redirect', location: '/eurofxref' } })
    const error = await failing(direct(), testContext(null).ctx)
    expect(error.message).toMatch(/more than 3 times/)
    expect(standin.requests).toHaveLength(4)
  })
})

describe('retries', () => {
  test('stop with the first success', async () => {
    standin.set({ match: 'eurofxref', fault: { kind: 'closed' }, times: 2 })
    const { ctx, retried } = testContext(standin.origin)
    expect(await fetchText(csv, ctx)).toContain('2026-04-13')
    expect(retried.map(({ errorClass }) => errorClass)).toEqual(['unreachable', 'unreachable'])
  })

  test('wait for what Retry-After says, in seconds', async () => {
    standin.set({ match: 'eurofxref', fault: { kind: 'rate-limit', retryAfter: '7' }, times: 1 })
    const { ctx, waits } = testContext(standin.origin)
    await fetchText(csv, ctx)
    expect(waits).toEqual([7_000])
  })

  test('wait for what Retry-After says, as a date', async () => {
    const retryAfter = 'Mon, 10 Aug 2026 12:00:09 GMT'
    standin.set({ match: 'eurofxref', fault: { kind: 'rate-limit', retryAfter }, times: 1 })
    const { ctx, waits } = testContext(standin.origin)
    await fetchText(csv, ctx)
    expect(waits).toEqual([9_000])
  })

  test('do not wait for a Retry-After beyond the cap, and pass it on', async () => {
    standin.set({ match: 'eurofxref', fault: { kind: 'rate-limit', retryAfter: '600' } })
    const { ctx, waits } = testContext(standin.origin)
    const error = await failing(csv, ctx)
    expect(error.retryAfterMs).toBe(600_000)
    expect(error.message).toMatch(/asks to wait 600 s/)
    expect(waits).toEqual([])
  })
})

test('JSON is parsed', async () => {
  standin.set({ match: 'eurofxref', fault: { kind: 'status', status: 200, body: ' {"a":[1,null]}' } })
  expect(await fetchJson(json, testContext(standin.origin).ctx)).toEqual({ a: [1, null] })
})
