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

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)

test('the keyboard reaches the way past the header first, then its pages, the search and the display', async () => {
  const { page, close } = await visit(browser, `${site}/claims`)
  const reached: unknown[] = []
  for (let step = 0; step < 11; step++) {
    await page.keyboard.press('Tab')
    reached.push(await focused(page))
  }
  const pages = ['Board', 'Compare', 'Events', 'Claims', 'Roadmap', 'Signals', 'Data']
  expect(reached).toEqual(['Skip to the content', 'Tidemark', ...pages, expect.stringMatching(/^Search/), 'Display'])
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '中文' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await focused(page)).toBe('Display')
  await page.locator('a[href="#content"]').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#content$/)
  await close()
})

describe('the search', () => {
  test('opens with a slash, is walked by the arrows, opens by Enter, and keeps the moment of the page', async () => {
    const { page, problems, close } = await visit(browser, `${site}/claims?asOf=2025-10-01`)
    await page.keyboard.press('/')
    const field = page.getByRole('combobox')
    await field.waitFor()
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.getByRole('option', { name: /Nvidia NVDA/ }).waitFor()
    await field.fill('688256')
    await expect.poll(() => page.getByRole('option').first().textContent()).toContain('688256.SS')
    const chosen = () => page.locator('[role=option][aria-selected=true]')
    const first = await chosen().getAttribute('id')
    expect(await field.getAttribute('aria-activedescendant')).toBe(first)
    await page.keyboard.press('ArrowDown')
    expect(await chosen().getAttribute('id')).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site}/listings/688256.SS?asOf=2025-10-01`)
    expect(await page.locator('dialog').count()).toBe(0)
    expect(problems).toEqual([])
    await close()
  })

  test('finds Chinese, says when it finds nothing, and gives the focus back', async () => {
    const { page, close } = await visit(browser, `${site}/claims`)
    const button = page.getByRole('link', { name: 'Search' })
    await button.focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('combobox')
    await field.fill('寒武纪')
    await page.getByRole('option', { name: /Cambricon Technologies 688256\.SS Listing/ }).waitFor()
    await field.fill('no such thing')
    await page.getByText('Nothing here holds “no such thing”').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
    await close()
  })

  test('leaves a slash in a field to the field', async () => {
    const { page, close } = await visit(browser, `${site}/search`)
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('a/?')
    expect(await page.getByRole('searchbox').inputValue()).toBe('a/?')
    expect(await page.locator('dialog').count()).toBe(0)
    await close()
  })

  test('is a page without script, with the same finds and a URL', async () => {
    const { page, close } = await visit(browser, site, { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('ue8m0')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL(`${site}/search?q=ue8m0`)
    await page.getByTestId('finds').getByRole('link').first().click()
    await page.waitForURL(/\/events\/deepseek-/)
    await close()
  })
})

describe('the sheet of keys', () => {
  test('opens with a question mark, keeps the focus, and closes on Escape', async () => {
    const { page, problems, close } = await visit(browser, `${site}/claims`)
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.waitFor()
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('Tab')
      // Past the last thing in it the browser's own controls come, never the page behind.
      expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toMatch(/DIALOG|BODY/)
      expect(await page.evaluate(() => document.activeElement?.closest('header, main, footer'))).toBeNull()
    }
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(problems).toEqual([])
    await close()
  })

  test('g and a letter go to a page', async () => {
    const { page, close } = await visit(browser, `${site}/claims`)
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.waitForURL(`${site}/events`)
    await close()
  })
})
