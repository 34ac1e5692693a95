import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sharedChromium } from './shared'
import { visit } from './visit'

const [site, embedOrigin] = [inject('siteUrl'), inject('embedOrigin')]
let browser: Browser
const servers: Server[] = []

/** A page of another site that shows `path` of the board within it. Gives its address. */
async function embedder(path: string, port = 0): Promise<string> {
  const page = `<!doctype html><title>Elsewhere</title><iframe src="${site}${path}" width="800" height="500"></iframe>`
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(page))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
})

describe('an embedded chart', () => {
  test('shows within a page of the origin that is allowed, in its own theme, and leaves no cookie', async () => {
    const context = await browser.newContext({ colorScheme: 'light' })
    const page = await context.newPage()
    await page.goto(await embedder('/embed/board?theme=dark&lang=zh', Number(new URL(embedOrigin).port)))
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { name: '寒武纪与英伟达，基准 100' }).waitFor()
    await frame.getByRole('slider').waitFor()
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await context.cookies()).toEqual([])
    const links = await frame.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('target')))
    expect(links.length).toBeGreaterThan(0)
    expect(new Set(links)).toEqual(new Set(['_blank']))
    await context.close()
  })

  test('is blocked within a page of any other origin, and so is every other page', async () => {
    const context = await browser.newContext()
    for (const address of [await embedder('/embed/board'), await embedder('/')]) {
      const page = await context.newPage()
      await page.goto(address, { waitUntil: 'load' })
      expect(page.frames().map((frame) => frame.url())[1]).toMatch(/^chrome-error:/)
      await page.close()
    }
    await context.close()
  })

  test.each([
    '/embed/compare',
    '/embed/listings/NVDA?theme=dark',
    '/embed/events/deepseek-ue8m0',
    '/embed/listings/none',
  ])('%s stands alone: no header, no footer of the site, not to be listed by search engines', async (path) => {
    const { page, problems, close } = await visit(browser, `${site}${path}`, { viewport: { width: 360, height: 400 } })
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await page.locator('meta[name="robots"]').first().getAttribute('content')).toContain('noindex')
    expect(problems.filter((problem) => !problem.includes('404'))).toEqual([])
    await close()
  })
})

test('the downloads in the frame of a view are there, and its link shows its picture elsewhere', async () => {
  const { page, close } = await visit(browser, `${site}/compare?base=event:deepseek-ue8m0`)
  const hrefs = await page
    .locator('.menu a.menu-item')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const types = await Promise.all(
    hrefs.map(async (href) => (await page.request.get(`${site}${href}`)).headers()['content-type']),
  )
  for (const type of [
    'text/csv; charset=utf-8',
    'application/json; charset=utf-8',
    'image/png',
    'text/html; charset=utf-8',
  ]) {
    expect(types).toContain(type)
  }
  const image = await page.locator('meta[property="og:image"]').getAttribute('content')
  expect(image).toBe(`${site}/compare.png?base=event:deepseek-ue8m0&lang=en&size=card`)
  const picture = await page.request.get(image ?? '')
  expect(picture.headers()['content-type']).toBe('image/png')
  await close()
})
