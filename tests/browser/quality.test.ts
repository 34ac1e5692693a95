import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium'
import { expectQuality, paths } from './quality'
import { visit } from './visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

// The darkest and narrowest look of each page; every look of each is among the long tests.
test.each(paths)('%s: no error, nothing serious from axe, nothing wider than 360 px', (path) =>
  expectQuality(browser, site + path, { colorScheme: 'dark', width: 360 }),
)

describe('the colours', () => {
  test('follow the system, and the reader’s choice outlives a reload without a flash', async () => {
    const { page, close } = await visit(browser, site, { colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await ground()
    expect(dark).not.toBe(light)
    await page.getByRole('button', { name: /^Colours/ }).click()
    expect(await ground()).toBe(light)
    await page.reload({ waitUntil: 'commit' })
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
    expect(await ground()).toBe(light)
    await close()
  })
})

describe('the keyboard', () => {
  test('reaches the content past the header at once', async () => {
    const { page, close } = await visit(browser, site)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#content$/)
    await close()
  })
})
