import type { Server } from 'node:http'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { logConsole } from '@/jobs/web/console'
import { listen } from '@/jobs/web/listen'
import { createWebServer, type WebParts } from '@/jobs/web/server'
import { withFields } from '@/lib/operation/fields'
import { log } from '@/lib/operation/log'
import { processMetrics } from '@/lib/operation/metrics'
import { noteRoute } from '@/lib/operation/route'
import { type CapturedLog, captureLog } from '../../log'

let server: Server
let captured: CapturedLog
beforeEach(() => {
  captured = captureLog()
})
afterEach(() => {
  captured.restore()
  server.closeAllConnections()
  server.close()
})

async function serve(parts: Partial<WebParts>): Promise<string> {
  const api = {
    fetch: (_: Request, env?: object) => {
      noteRoute((env as { incoming: object }).incoming, '/api/v1/events/{slug}')
      log().info('inside the API')
      return new Response('api')
    },
  }
  server = createWebServer({ api, pages: async (_, response) => void response.end('page'), dev: false, ...parts })
  await listen(server, '127.0.0.1', 0)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const answered = async () => {
  // The line is written when the connection has let go of the answer.
  for (let look = 0; look < 50 && !captured.text().includes('"answered"'); look++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return captured.lines()
}

test('an answer has an id, that of the proxy when well formed, and the lines of its making have it too', async () => {
  const url = await serve({ observer: { patternOf: () => 'page', level: 'info' } })
  const given = await fetch(`${url}/api/v1/events/x?token=pl4nted`, {
    headers: { 'x-request-id': 'proxy-made-0001', authorization: 'Bearer pl4nted', cookie: 'session=pl4nted' },
  })
  expect(given.headers.get('x-request-id')).toBe('proxy-made-0001')
  expect(await answered()).toMatchObject([
    { msg: 'inside the API', requestId: 'proxy-made-0001' },
    {
      ...{ msg: 'answered', requestId: 'proxy-made-0001', method: 'GET', url: '/api/v1/events/x?token=[redacted]' },
      ...{ route: '/api/v1/events/{slug}', status: 200, ms: expect.any(Number) },
    },
  ])
  expect(captured.text()).not.toContain('pl4nted')
  const made = await fetch(url, { headers: { 'x-request-id': 'no good' } })
  expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('the level of the access log decides about answers, but a failure is an error whatever it is', async () => {
  const url = await serve({
    observer: { patternOf: () => '/compare', level: 'silent' },
    pages: async (request, response) => {
      response.statusCode = request.url === '/bad' ? 503 : 200
      response.end()
    },
  })
  await fetch(`${url}/good`)
  await fetch(`${url}/bad`)
  expect(await answered()).toMatchObject([{ level: 50, msg: 'answered', route: '/compare', status: 503 }])
})

test('requests are counted by route pattern and status', async () => {
  const url = await serve({ observer: { patternOf: () => '/listings/[symbol]', level: 'silent' } })
  await fetch(`${url}/listings/NVDA`)
  await fetch(`${url}/listings/688256.SS`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await processMetrics.metrics()).toContain(
    'tidemark_http_request_seconds_count{method="GET",route="/listings/[symbol]",status="200"} 2',
  )
})

/** The status of /metrics for a request with these headers. */
function metricsStatus(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(`${url}/metrics`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('the metrics are for this machine or for the token, and nobody else is told that they are there', async () => {
  const metrics = { token: 'a-token-of-16-or-more', read: async () => 'tidemark_build_info 1\n' }
  const url = await serve({ metrics })
  const answer = await fetch(`${url}/metrics`)
  expect([answer.status, await answer.text()]).toEqual([200, 'tidemark_build_info 1\n'])
  expect(answer.headers.get('content-type')).toContain('version=0.0.4')
  const authorization = `Bearer ${metrics.token}`
  const outside = { host: 'tidemark.example' }
  for (const [headers, status] of [
    [{}, 200],
    [{ 'x-forwarded-for': '203.0.113.9' }, 404],
    [{ forwarded: 'for=203.0.113.9' }, 404],
    [outside, 404],
    [{ ...outside, authorization: 'Bearer a-token-of-16-or-mor' }, 404],
    [{ ...outside, authorization: metrics.token }, 404],
    [{ ...outside, authorization }, 200],
    [{ 'x-forwarded-for': '203.0.113.9', authorization }, 200],
  ] as const) {
    expect({ headers, status: await metricsStatus(url, headers) }).toEqual({ headers, status })
  }
})

test('without a token only this machine reads the metrics, and a store that fails is no end', async () => {
  const url = await serve({
    metrics: {
      read: async () => {
        throw new Error('the store is away')
      },
    },
  })
  expect(await metricsStatus(url, {})).toBe(503)
  expect(await metricsStatus(url, { host: 'tidemark.example', authorization: 'Bearer undefined' })).toBe(404)
})

test('what a library prints is a line of the log, with its error and the request it was printed for', () => {
  const giveBack = logConsole()
  withFields({ requestId: 'proxy-made-0002' }, () =>
    console.error(' ⨯ %s', 'page', new Error('cannot reach postgres://me:pl4nted@db/x')),
  )
  console.warn('plain')
  giveBack()
  expect(captured.lines()).toMatchObject([
    { level: 50, requestId: 'proxy-made-0002', msg: ' ⨯ page', err: { message: expect.stringContaining('@db/x') } },
    { level: 40, msg: 'plain' },
  ])
  expect(captured.text()).not.toContain('pl4nted')
})
