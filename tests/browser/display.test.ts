import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sharedChromium } from './shared'
import { visit } from './visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

const menu = (page: Page) => page.locator('header summary').first()
const colour = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
  page
    .locator(selector)
    .first()
    .evaluate((one, name) => getComputedStyle(one)[name], property)
const languageOf = (page: Page) => page.locator('html').getAttribute('lang')

describe('the colours', () => {
  test('follow the system, and the reader’s choice outlives a reload without a flash', async () => {
    const { page, close } = await visit(browser, `${site}/claims`, { colorScheme: 'light' })
    const ground = () => colour(page, 'body', 'backgroundColor')
    const light = await ground()
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await ground()
    expect(dark).not.toBe(light)
    await menu(page).click()
    await page.getByRole('button', { name: 'Light', exact: true }).click()
    expect(await ground()).toBe(light)
    await page.reload({ waitUntil: 'commit' })
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
    expect(await ground()).toBe(light)
    await close()
  })

  test('of rising and falling can be those of China, and stay so', async () => {
    const { page, close } = await visit(browser, `${site}/gallery`)
    const rising = () => colour(page, 'main .text-up', 'color')
    const teal = await rising()
    await menu(page).click()
    await page.getByRole('button', { name: /^Red/ }).click()
    expect(await rising()).not.toBe(teal)
    await page.reload()
    expect(await page.locator('html').getAttribute('data-rising')).toBe('red')
    expect(await rising()).not.toBe(teal)
    await close()
  })
})

describe('the language', () => {
  test('is that of the browser, else English', async () => {
    for (const [locale, lang] of [
      ['zh-CN', 'zh-CN'],
      ['de-DE', 'en'],
    ] as const) {
      const { page, close } = await visit(browser, `${site}/claims`, { locale })
      expect(await languageOf(page)).toBe(lang)
      await close()
    }
  })

  test('changes by a link that keeps the view, also without script, and the links on from there stay in it', async () => {
    const { page, close } = await visit(browser, `${site}/?base=event:deepseek-ue8m0`, { javaScriptEnabled: false })
    await menu(page).click()
    await page.getByRole('link', { name: '中文' }).click()
    await page.waitForURL(`${site}/?base=event:deepseek-ue8m0&lang=zh`)
    expect(await languageOf(page)).toBe('zh-CN')
    await page.locator('header').getByRole('link', { name: '论断' }).click()
    await page.waitForURL(`${site}/claims`)
    expect(await languageOf(page)).toBe('zh-CN')
    await close()
  })

  test('of the URL goes before the one chosen earlier', async () => {
    const { page, close } = await visit(browser, `${site}/claims?lang=zh`)
    await page.goto(`${site}/claims`)
    expect(await languageOf(page)).toBe('zh-CN')
    await page.goto(`${site}/claims?lang=en`)
    expect(await languageOf(page)).toBe('en')
    await close()
  })
})

test('a printed page has no controls, and its address and moment at the foot', async () => {
  const { page, close } = await visit(browser, `${site}/claims?asOf=2025-10-01`, { colorScheme: 'dark' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header').isVisible()).toBe(false)
  expect(await page.locator('main form').first().isVisible()).toBe(false)
  expect(await page.getByText(/^Printed/).isVisible()).toBe(true)
  expect(await page.getByText(/^Printed/).textContent()).toMatch(/Printed .+ UTC from http.+\/claims\?asOf=2025-10-01/)
  expect(await colour(page, 'body', 'backgroundColor')).toBe('rgb(255, 255, 255)')
  await close()
})
