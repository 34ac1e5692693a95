import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium'
import { visit } from './visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

describe('the board', () => {
  test('sets both companies against each other, with the age and source of their figures', async () => {
    const { page, problems, close } = await visit(browser, site)
    for (const [name, close, bundled] of [
      ['Cambricon', '1,310.00', 'bundled, to 2026-07-22'],
      ['Nvidia', '225.32', 'bundled, to 2026-05-15'],
    ] as const) {
      const card = page.getByRole('region', { name, exact: true })
      await card.getByText(close).waitFor()
      await card.getByText(bundled).waitFor()
      expect(await card.textContent()).toMatch(/\d+ sessions? behind|fresh/)
    }
    expect(await page.locator('h1 + p').textContent()).toMatch(
      /is ahead since 18 Sep 2025: .+ against .+, both to 15 May 2026/,
    )
    expect(problems).toEqual([])
    await close()
  })

  test('draws the chart and marks the events that lie on it', async () => {
    const { page, problems, close } = await visit(browser, site)
    // The chart's script comes at the first sign of a reader.
    expect(await page.locator('canvas').count()).toBe(0)
    await page.mouse.move(5, 5)
    await page.locator('canvas').first().waitFor()
    const pills = await page.locator('.mark').allTextContents()
    expect(pills[0]).toBe('2')
    // The entity list of 2019 lies before the first session; the half-year of August 2026 after the last one, where the axis runs on.
    const numbers = pills.flatMap((text) => text.split('–').map(Number))
    expect(Math.min(...numbers)).toBe(2)
    expect(Math.max(...numbers)).toBe(21)
    expect(problems).toEqual([])
    await close()
  })

  test('lists the 21 events, and the days of results only when asked', async () => {
    const { page, close } = await visit(browser, site)
    expect(await page.getByTestId('events').locator('li').count()).toBe(21)
    await page.getByRole('link', { name: 'Add results days' }).click()
    await page.waitForURL(/results=shown/)
    await expect.poll(() => page.getByTestId('events').locator('li').count()).toBeGreaterThan(21)
    await close()
  })

  test('pointing at an event marks it on the chart, and a mark opens its event', async () => {
    const { page, close } = await visit(browser, site)
    await page.getByTestId('events').locator('li[data-number="4"]').hover()
    await page.locator('canvas').first().waitFor()
    expect(await page.locator('.mark[data-active="true"]').textContent()).toBe('4')
    await page.locator('.mark', { hasText: '19–20' }).click()
    const focused = await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-number'))
    expect(focused).toBe('19')
    await close()
  })

  test('rebases at the event in the URL, and says so when there is no such event', async () => {
    const { page, close } = await visit(browser, `${site}/?base=event:deepseek-ue8m0`)
    const view = await page.evaluate(() =>
      fetch('/api/v1/compare?symbols=688256.SS,NVDA&rebase=event:deepseek-ue8m0&currency=local').then((r) => r.json()),
    )
    for (const series of view.series) {
      expect(series.value[series.session.indexOf(series.baseSession)]).toBe(100)
    }
    expect(await page.locator('h1 + p').textContent()).toContain('DeepSeek')
    await page.goto(`${site}/?base=event:nonsense`)
    expect(await page.getByRole('status').textContent()).toContain('event:nonsense')
    expect(await page.locator('h1 + p').textContent()).toContain('18 Sep 2025')
    await close()
  })

  test('is readable without script', async () => {
    const { page, close } = await visit(browser, site, { javaScriptEnabled: false })
    expect(await page.getByTestId('closes').locator('tbody tr').count()).toBe(10)
    expect(await page.locator('svg polyline').count()).toBe(2)
    await close()
  })

  test('the arrow keys walk the chart and speak its values', async () => {
    const { page, close } = await visit(browser, site)
    const chart = page.getByRole('slider')
    await chart.focus()
    await page.keyboard.press('Home')
    await page.locator('canvas').first().waitFor()
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^2 Jan 2024: Cambricon [\d.]+, Nvidia [\d.]+$/)
    expect(await page.getByTestId('chart-spoken').textContent()).toMatch(/^2 Jan 2024: Cambricon/)
    await page.keyboard.press('ArrowRight')
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^3 Jan 2024/)
    await close()
  })
})
