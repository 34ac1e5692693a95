import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { settled } from './visit'

/** What a page makes its reader fetch, in bytes of gzip: scripts until it is quiet, all scripts once everything on it was used, style sheets. */
export interface Weight {
  readonly script: number
  readonly allScript: number
  readonly style: number
}

/** Brings in every lazy part: what comes when scrolled to, behind the tables, and the dialogs. */
async function touchEverything(page: Page): Promise<void> {
  await page.locator('main details:not(.menu)').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let top = 0; top < height; top += 600) {
    await page.mouse.wheel(0, 600)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  for (const key of ['/', '?']) {
    await page.keyboard.press(key)
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    // A key that comes before it has closed is meant for it.
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  await page.waitForLoadState('networkidle')
}

/** Weighs the page at `url` in a context of its own, with nothing cached. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const sizes: Promise<{ type: string; size: number }>[] = []
  page.on('response', (response) => {
    const type = response.request().resourceType()
    if (type !== 'script' && type !== 'stylesheet') return
    sizes.push(response.body().then((body) => ({ type, size: gzipSync(body).length })))
  })
  const total = async (wanted: string) =>
    (await Promise.all(sizes)).filter(({ type }) => type === wanted).reduce((sum, { size }) => sum + size, 0)
  await page.goto(url, { waitUntil: 'networkidle' })
  await settled(page)
  const [script, style] = [await total('script'), await total('stylesheet')]
  await touchEverything(page)
  const allScript = await total('script')
  await context.close()
  return { script, allScript, style }
}
