import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { grafanaQueries } from '@/app/_data/grafana'
import type { ApiDocument } from '@/lib/api/document/types'
import { lookAt, lookFindings, seriousFindings } from '../../browser/quality'
import { sharedChromium } from '../../browser/shared'
import { openPage } from '../../browser/visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

const page = async (path: string) => {
  const response = await fetch(`${site}${path}`)
  expect(response.status).toBe(200)
  return response.text()
}
/** The texts of a page's markup as they are read. */
const unescaped = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

test('every address that the guide for Grafana names answers, with rows in it', async () => {
  const html = await page('/docs/grafana')
  const urls = [...html.matchAll(/data-url="([^"]+)"/g)].map(([, url = '']) => unescaped(url))
  expect(urls).toEqual(grafanaQueries.map(({ path }) => `${site}${path}`))
  for (const [i, url] of urls.entries()) {
    // As Grafana does before it asks.
    const asked = url.replace(/\$\{__from:[^}]+\}/, '2025-08-01').replace(/\$\{__to:[^}]+\}/, '2025-08-29')
    expect(asked).not.toContain('$')
    const response = await fetch(asked)
    expect({ url, status: response.status }).toEqual({ url, status: 200 })
    const text = await response.text()
    if (asked.includes('format=csv')) {
      const rows = text.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'))
      expect(rows[0]).toMatch(/^session,/)
      expect(rows.length).toBeGreaterThan(15)
      continue
    }
    const body = JSON.parse(text) as Record<string, unknown[]>
    const rows = body.items ?? body.session ?? body.end ?? []
    expect({ url, rows: rows.length > 3 }).toEqual({ url, rows: true })
    // What the root selector takes is there.
    const [first] = rows
    const shape = Object.keys(typeof first === 'object' && first !== null ? first : body)
    const wanted = grafanaQueries[i]?.selector?.match(/(?<=\$\$\.)\w+|(?<=": )[a-zA-Z]+/g) ?? []
    expect({ url, missing: wanted.filter((name) => !shape.includes(name)) }).toEqual({ url, missing: [] })
  }
})

test('the page of the API has every operation of the document, and its commands for reading work', async () => {
  const html = unescaped(await page('/docs/api'))
  const document = (await (await fetch(`${site}/api/v1/openapi.json`)).json()) as ApiDocument
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  const missing = operations.filter(({ operation }) => !html.includes(`id="${operation.operationId}"`))
  expect(missing.map(({ path }) => path)).toEqual([])
  const links = new Set([...html.matchAll(/href="#(schema-\w+)"/g)].map(([, id]) => id))
  expect(links.size).toBeGreaterThan(20)
  expect([...links].filter((id) => !html.includes(`id="${id}"`))).toEqual([])

  const urls = new Set([...html.matchAll(/<pre[^>]*>curl '([^']+)'/g)].map(([, url = '']) => url))
  expect(urls.size).toBe(operations.filter(({ method }) => method === 'get').length)
  for (const url of urls) {
    // A stream never ends: its head is enough.
    const { status, body } = await fetch(url)
    await body?.cancel()
    // Some are for those who may annotate.
    expect({ url, status: status === 401 ? 200 : status }).toEqual({ url, status: 200 })
  }
})

test.each([
  { colorScheme: 'dark', locale: 'en', width: 360 },
  { colorScheme: 'light', locale: 'zh-CN', width: 1440 },
] as const)('the page of the API has nothing wrong in $colorScheme, $locale, at $width px', async (look) => {
  const context = await lookAt(browser, look)
  const { page: opened, problems, close } = await openPage(context, `${site}/docs/api`)
  // Folded open it has thousands of parts, too many for axe: one of each kind stands for all.
  const some = opened.locator('#getListingsBySymbolBars, #postEvents, #schema-Event')
  for (const summary of await some.locator('summary').all()) await summary.press('Enter')
  expect(await some.evaluateAll((all) => all.filter((one) => one.hasAttribute('open')).length)).toBe(3)
  expect(await seriousFindings(opened)).toEqual([])
  await opened.locator('main details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  expect(await lookFindings(opened)).toEqual([])
  expect(problems).toEqual([])
  await close()
  await context.close()
})

test('a page names the feeds in its head, and they are there', async () => {
  for (const [path, language] of [
    ['/?lang=en', 'en'],
    ['/events?lang=zh', 'zh'],
  ]) {
    const html = unescaped(await page(path ?? ''))
    const links = [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)" title="[^"]+"/g)]
    expect(links.map(([, type]) => type)).toEqual([
      ...['application/atom+xml', 'application/atom+xml', 'application/feed+json', 'application/feed+json'],
      'text/calendar',
    ])
    for (const [, type, href = ''] of links) {
      const response = await fetch(href)
      expect(response.headers.get('content-type')).toContain(type)
      expect(response.headers.get('content-language')).toBe(language)
    }
  }
})

test('the running server answers /metrics to this machine, and its answers have an id', async () => {
  await page('/compare')
  const response = await fetch(`${site}/metrics`)
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  const text = await response.text()
  expect(text).toMatch(/tidemark_http_request_seconds_count\{method="GET",route="\/compare",status="200"\} \d/)
  expect(text).toContain('tidemark_series_sessions_behind{listing="NVDA",mic="XNAS"}')
  const proxied = await fetch(`${site}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect(proxied.status).toBe(404)
})
