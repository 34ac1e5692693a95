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

const event = '/compare?base=event:deepseek-ue8m0'
const rows = (page: Page) =>
  page
    .getByTestId('summary')
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '')),
    )

describe('the compare page', () => {
  test('rebased at an event by the URL alone is 100 at the last close before each listing’s own day 0, as its CSV is', async () => {
    const { page, problems, close } = await visit(browser, site + event)
    const text = await page.evaluate(() =>
      fetch('/api/v1/compare?symbols=688256.SS,NVDA&rebase=event:deepseek-ue8m0&format=csv').then((r) => r.text()),
    )
    const [shanghai, newYork] = await rows(page)
    for (const [row, symbol, day, session] of [
      [shanghai, '688256.SS', '21 Aug 2025', '2025-08-21'],
      [newYork, 'NVDA', '20 Aug 2025', '2025-08-20'],
    ] as const) {
      expect(row?.[0]).toContain(symbol)
      expect(row?.[5]).toBe(day)
      const lines = text.split('\r\n').filter((line) => line.split(',')[1] === symbol)
      expect(
        lines
          .find((line) => line.startsWith(session))
          ?.split(',')
          .at(-1),
      ).toBe('100')
      expect(Number(lines.at(-1)?.split(',').at(-1)).toFixed(1)).toBe(row?.[1])
    }
    expect(await page.title()).toContain('Cambricon Technologies and Nvidia compared')
    // The keyboard reads 100 at the base of each.
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    for (let i = 0; i < 19; i++) await page.keyboard.press('PageUp')
    const spoken = () => page.getByTestId('chart-spoken').textContent()
    while (!(await spoken())?.startsWith('20 Aug 2025')) {
      const before = (await spoken()) ?? ''
      await page.keyboard.press(
        / (Sep|Oct|Nov|Dec) 2025| 2026|(2[1-9]|3\d) Aug 2025/.test(before) ? 'ArrowLeft' : 'ArrowRight',
      )
    }
    expect(await spoken()).toMatch(/Nvidia 100\.0/)
    await page.keyboard.press('ArrowRight')
    expect(await spoken()).toMatch(/^21 Aug 2025: Cambricon Technologies 100\.0/)
    expect(problems).toEqual([])
    await close()
  })

  test('takes listings in and out, currency, adjustment and base by links and forms, without script', async () => {
    const { page, close } = await visit(browser, `${site}/compare?scale=linear`, { javaScriptEnabled: false })
    await page.getByRole('combobox', { name: 'Add a listing' }).selectOption('0700.HK')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.waitForURL(/add=0700\.HK/)
    await expect.poll(() => page.locator('svg polyline').count()).toBe(3)
    await page.getByRole('link', { name: 'Take Nvidia out' }).click()
    await page.waitForURL(/symbols=688256\.SS,0700\.HK/)
    expect(page.url()).not.toContain('add=')
    await page.getByRole('link', { name: 'Total return' }).click()
    await page.getByRole('link', { name: 'CNY' }).click()
    await page.getByRole('combobox', { name: 'At an event' }).selectOption('event:deepseek-r1-shock')
    await page.getByRole('button', { name: 'Rebase' }).last().click()
    await page.waitForURL(/base=event:deepseek-r1-shock|base=event%3Adeepseek-r1-shock/)
    const query = new URL(page.url()).searchParams
    expect(Object.fromEntries(query)).toEqual({
      ...{ adjust: 'total', base: 'event:deepseek-r1-shock', currency: 'CNY', scale: 'linear' },
      symbols: '688256.SS,0700.HK',
    })
    expect((await rows(page)).map(([name]) => name?.includes('Nvidia'))).toEqual([false, false])
    await close()
  })

  test('names what it cannot use, and shows what can be shown, in the language of the page', async () => {
    const { page, close } = await visit(browser, `${site}/compare?symbols=NVDA,WHAT&base=event:nonsense&lang=zh`)
    const said = await page.getByRole('status').allTextContents()
    expect(said.some((text) => text.includes('symbols=WHAT'))).toBe(true)
    expect(said.some((text) => text.includes('event:nonsense'))).toBe(true)
    expect((await rows(page))[0]?.[0]).toContain('英伟达')
    await close()
  })
})

describe('the chart', () => {
  test('asks for its script only at the first sign of a reader, and stays in its place', async () => {
    const { page, problems, close } = await visit(browser, site + event)
    const weight = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.endsWith('.js'))
          .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
      )
    const box = () => page.locator('.chart-box').boundingBox()
    const [before, place] = [await weight(), await box()]
    expect(await page.locator('canvas').count()).toBe(0)
    const pill = page.locator('.pills:visible .mark').first()
    const at = await pill.boundingBox()
    await page.mouse.move(700, 300)
    await page.locator('canvas').first().waitFor()
    await page.waitForTimeout(300)
    // lightweight-charts is some 170 KB before compression.
    expect((await weight()) - before).toBeGreaterThan(120_000)
    expect(await box()).toEqual(place)
    expect(Math.abs(((await pill.boundingBox())?.x ?? 0) - (at?.x ?? 0))).toBeLessThan(25)
    expect(problems).toEqual([])
    await close()
  })

  test('marks what lasted as a band and what is promised beyond the last bar, and opens an event by Enter', async () => {
    const { page, close } = await visit(browser, site + event)
    await page.mouse.move(700, 300)
    await page.locator('canvas').first().waitFor()
    expect((await page.locator('.mark-band:visible').count()) > 0).toBe(true)
    const today = await page.locator('.today').boundingBox()
    const promised = page.getByRole('link', { name: /^Ascend 950DT, promised for .*2026/ })
    const its = await promised.boundingBox()
    expect((its?.x ?? 0) <= (today?.x ?? 0) && (its?.x ?? 0) + (its?.width ?? 0) > (today?.x ?? 0)).toBe(true)
    const left = async () => (await promised.boundingBox())?.x ?? 0
    const whole = await left()
    await page.mouse.move(500, 350)
    await page.mouse.down()
    await page.mouse.move(400, 350, { steps: 5 })
    await page.mouse.up()
    await expect.poll(left).toBeLessThan(whole - 40)
    await page.getByRole('button', { name: 'Show everything' }).click()
    await expect.poll(left).toBeGreaterThan(whole - 3)
    // A shared mark opens the list of its events; the focus goes there, and Escape closes it.
    await page.locator('.mark', { hasText: '–' }).first().focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog', { name: 'Events on the chart' })
    expect(await card.getByRole('link').count()).toBeGreaterThan(1)
    await page.keyboard.press('Escape')
    expect(await card.count()).toBe(0)
    await close()
  })
})
