import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sharedChromium } from './shared'
import { visit } from './visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
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
      await card.locator(`[title*="${bundled}"]`).first().waitFor()
      expect(await card.textContent()).toMatch(/\d+ sessions? behind|fresh/)
    }
    expect(await page.locator('h1 + p').textContent()).toMatch(
      /is ahead since 18 Sep 2025: .+ against .+, both to 15 May 2026/,
    )
    expect(problems).toEqual([])
    await close()
  })

  test('is drawn before any script of the chart has come, which comes at the first sign of a reader', async () => {
    const { page, problems, close } = await visit(browser, site)
    const chart = page.getByRole('region', { name: 'Who is ahead: prices rebased to 100' })
    expect(await chart.locator('svg path, svg polyline').count()).toBeGreaterThanOrEqual(2)
    expect(await page.locator('canvas').count()).toBe(0)
    await page.mouse.move(400, 400)
    await page.locator('canvas').first().waitFor()
    expect(problems).toEqual([])
    await close()
  })

  test('lists the 21 events by the size of what they did, with verdicts; by date and with the days of results when asked', async () => {
    const { page, close } = await visit(browser, site)
    const entries = page.getByTestId('events').locator('li')
    expect(await entries.count()).toBe(21)
    expect(await entries.first().textContent()).toMatch(/DeepSeek V3\.1.*no detectable move.*Cambricon \+14\.7%/)
    await page.getByRole('link', { name: 'By date' }).click()
    await page.waitForURL(/order=date/)
    await expect.poll(() => entries.first().getAttribute('data-number')).toBe('21')
    await page.getByRole('link', { name: 'Add results days' }).click()
    await page.waitForURL(/results=shown/)
    await expect.poll(() => entries.count()).toBeGreaterThan(21)
    await page.goBack()
    await expect.poll(() => entries.count()).toBe(21)
    await close()
  })

  test('pointing at an event marks it on the chart, and a mark opens its event', async () => {
    const { page, close } = await visit(browser, site)
    await page.getByTestId('events').locator('li[data-number="4"]').hover()
    expect(await page.locator('.mark[data-active="true"]').first().textContent()).toBe('4')
    await page.locator('.mark', { hasText: '18–20' }).first().click()
    const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-number'))
    await expect.poll(focused).toBe('18')
    await close()
  })

  test('says what comes next: promised products and the quarters that are not stored yet', async () => {
    const { page, close } = await visit(browser, site)
    const rows = page.getByTestId('next').locator('li')
    expect(await rows.first().textContent()).toMatch(/Ascend 950PR.*window passed/)
    await rows
      .filter({ hasText: /Cambricon: revenue of/ })
      .first()
      .waitFor()
    await close()
  })

  test('fits into one screen of 1440 by 900', async () => {
    const { page, close } = await visit(browser, site)
    const bottom = await page.locator('main > div').evaluate((board) => board.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThanOrEqual(900)
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
    expect(await page.locator('main').getByRole('status').first().textContent()).toContain('event:nonsense')
    expect(await page.locator('h1 + p').textContent()).toContain('18 Sep 2025')
    await close()
  })

  test('is readable without script', async () => {
    const { page, close } = await visit(browser, site, { javaScriptEnabled: false })
    expect(await page.getByTestId('closes').locator('tbody tr').count()).toBe(10)
    expect(await page.locator('main svg polyline:is(.stroke-cambricon, .stroke-nvidia)').count()).toBe(2)
    await close()
  })
})
