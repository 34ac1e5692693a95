import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './chromium'
import { cambriconRow, replayedDay, streaming, watchReplayedDay } from './replayedDay'
import { type Site, startSite } from './setup'
import { visit } from './visit'

let browser: Browser
let site: Site
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())
// A board of its own for each: the others must not see a day that has not been.
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site?.stop())

test('a replayed day moves the board by itself, through a break of the connection, to the settled close', () =>
  watchReplayedDay(browser, site, 3_000))

test('the last bar and the price of a listing’s page move; a hidden tab hears nothing and catches up when it is shown', async () => {
  const day = await replayedDay(site)
  const { page, problems, close } = await visit(browser, `${site.url}/listings/688256.SS`)
  await streaming(page)
  const price = page.getByTestId('price')
  const first = await day.poll('09:31:05')
  await price.getByText(first).waitFor({ timeout: 5_000 })
  // What stands at the end of the chart is the last bar's close.
  await page.locator('.chart').first().getByText(first).first().waitFor({ timeout: 5_000 })

  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await show('hidden')
  await page.locator('[data-live=off]').waitFor({ state: 'attached' })
  const second = await day.poll('10:00:05')
  await page.waitForTimeout(1_500)
  expect(await price.getByText(second).count()).toBe(0)
  await show('visible')
  await price.getByText(second).waitFor({ timeout: 5_000 })
  await page.locator('.chart').first().getByText(second).first().waitFor({ timeout: 5_000 })
  expect(problems).toEqual([])
  await close()

  // Somebody who comes later finds the price in the page itself.
  const later = await visit(browser, site.url)
  await cambriconRow(later.page).getByText(second).waitFor()
  await later.close()
  await day.close()
})
