import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium'
import { visit } from './visit'

const site = inject('siteUrl')
const paths = [
  '/',
  '/listings/688256.SS',
  '/events',
  '/events/huawei-connect-2025',
  '/claims',
  '/claims/cambricon-up-nearly-500-percent',
  '/data',
  '/nowhere',
]
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

describe.each(paths)('%s', (path) => {
  test.each(['light', 'dark'] as const)('axe finds nothing serious in %s', async (colorScheme) => {
    const { page, close } = await visit(browser, site + path, { colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)).toEqual([])
    await close()
  })

  test('fits into 360 px without a sideways scroll', async () => {
    const { page, problems, close } = await visit(browser, site + path, { viewport: { width: 360, height: 800 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    if (path !== '/nowhere') expect(problems).toEqual([])
    await close()
  })
})

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
