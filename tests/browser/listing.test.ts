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

/** Reads the bar the pointer rests on by walking the chart to it. */
async function closeOn(page: Awaited<ReturnType<typeof visit>>['page'], day: string): Promise<string> {
  const chart = page.getByRole('slider')
  await chart.focus()
  for (let step = 0; step < 60; step++) {
    const text = (await chart.getAttribute('aria-valuetext')) ?? ''
    if (text.startsWith(`${day}:`)) return text
    const year = Number(/(\d{4}):/.exec(text)?.[1])
    const month = new Date(`1 ${/ (\w{3}) /.exec(text)?.[1]} 2000`).getMonth()
    const target = new Date(day)
    const months = (year - target.getFullYear()) * 12 + month - target.getMonth()
    await page.keyboard.press(months > 1 ? 'PageDown' : 'ArrowLeft')
  }
  throw new Error(`${day} was not reached`)
}

describe('a listing', () => {
  test('shows split-adjusted prices by default and as-traded ones when asked, and says which', async () => {
    const { page, problems, close } = await visit(browser, `${site}/listings/688256.SS`)
    expect(await closeOn(page, '28 Aug 2025')).toContain('Cambricon Technologies 1,065.71 CNY')
    await page.getByRole('link', { name: 'As traded' }).click()
    await page.waitForURL(/adjust=raw/)
    await page.getByText('CNY · as traded').first().waitFor()
    expect(await closeOn(page, '28 Aug 2025')).toContain('Cambricon Technologies 1,587.91 CNY')
    expect(problems).toEqual([])
    await close()
  })

  test('has the same figures as the API in its table', async () => {
    const { page, close } = await visit(browser, `${site}/listings/688256.SS?adjust=raw`)
    const first = page.getByTestId('bars').locator('tbody tr').first()
    expect(await first.textContent()).toBe('22 Jul 20261,320.661,382.801,285.001,310.0013,275,700')
    expect(await page.getByTestId('bars').locator('tbody tr').count()).toBe(30)
    const csv = await page.getByRole('link', { name: 'All as CSV' }).getAttribute('href')
    const response = await page.request.get(`${site}${csv}`)
    expect(response.headers()['content-type']).toContain('text/csv')
    const lines = (await response.text()).trimEnd().split('\r\n')
    // The next page goes on where the first ends, and keeps the view.
    await page.getByRole('link', { name: 'Older' }).click()
    await page.waitForURL(/adjust=raw&page=2/)
    const [session = '', open] = lines.at(-31)?.split(',') ?? []
    const second = await page.getByTestId('bars').locator('tbody tr').first().textContent()
    expect(second).toContain(Number(open).toLocaleString('en-US', { minimumFractionDigits: 2 }))
    expect(second).toContain(`${Number(session.slice(8))} `)
    await close()
  })

  test('draws indicators whose last values are those of their export, in the window and beside the listing that the URL names', async () => {
    const url = `${site}/listings/688256.SS?window=20&against=0700.HK&range=1y`
    const { page, problems, close } = await visit(browser, url)
    const section = page.getByRole('region', { name: 'Risk and relation' })
    const csv = await section.getByRole('link', { name: 'Every session as CSV' }).getAttribute('href')
    const lines = (await (await page.request.get(`${site}${csv}`)).text()).trimEnd().split('\r\n')
    expect(lines.join('\n')).toContain('# against: Tencent Holdings (0700.HK)')
    const names = lines.find((line) => line.startsWith('session,'))?.split(',') ?? []
    const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split(','))
    const lastOf = (name: string) => {
      const at = names.indexOf(name)
      return Number(rows.findLast((row) => row[at] !== '')?.[at])
    }
    const shown = async (name: string) =>
      section.getByRole('region', { name, exact: true }).getByTestId('last').textContent()
    expect(await shown('Drawdown')).toBe(`−${Math.abs(100 * lastOf('drawdown')).toFixed(1)}%`)
    expect(await shown('Realised volatility')).toBe(`${(100 * lastOf('volatility')).toFixed(1)}%`)
    expect(await shown('Rolling beta')).toBe(lastOf('beta').toFixed(2))
    expect((await shown('Rolling correlation'))?.replace('−', '-')).toBe(lastOf('correlation').toFixed(2))
    await section.getByText('With Tencent Holdings, last 20 log returns').waitFor()
    // Another window keeps the rest of the view.
    await section.getByRole('link', { name: '120 sessions' }).click()
    await page.waitForURL(/against=0700\.HK&range=1y&window=120/)
    await page.goBack()
    await section.getByText('With Tencent Holdings, last 20 log returns').waitFor()
    expect(problems).toEqual([])
    await close()
  })

  test('names what of its address cannot be used, and shows the usual view', async () => {
    const { page, problems, close } = await visit(
      browser,
      `${site}/listings/NVDA?range=5y&window=1&against=NOPE&page=99`,
    )
    const told = (await page.getByRole('status').allTextContents()).join(' ')
    for (const text of [
      'range “5y” cannot be used: expected one of all, 3m, 6m, 1y',
      'window “1” cannot be used: expected a whole number from 2 to 500',
      'against “NOPE” cannot be used: expected the symbol of another listing',
      'page “99” cannot be used: expected a whole number from 1 to 20',
    ])
      expect(told).toContain(text)
    await page.getByText('With Cambricon Technologies, last 60 log returns').waitFor()
    expect(problems).toEqual([])
    await close()
  })

  test('puts its revenue bars where the server has drawn them', async () => {
    const url = `${site}/listings/NVDA`
    /** The last bar within its panel. */
    const lastBar = async (javaScriptEnabled: boolean, bars: string) => {
      const { page, close } = await visit(browser, url, { javaScriptEnabled })
      const panel = page.getByRole('region', { name: 'Revenue by quarter' })
      await panel.scrollIntoViewIfNeeded()
      await panel.locator(bars).last().waitFor()
      const [frame, bar] = [await panel.boundingBox(), await panel.locator(bars).last().boundingBox()]
      await close()
      if (!frame || !bar) throw new Error('no bar is drawn')
      return [bar.x - frame.x, bar.y - frame.y, bar.width, bar.height]
    }
    const drawn = await lastBar(false, 'svg[aria-hidden] > g > rect')
    const live = await lastBar(true, '.recharts-bar-rectangle rect')
    for (const [i, place] of drawn.entries()) expect(Math.abs((live[i] ?? 0) - place)).toBeLessThanOrEqual(1.5)
  })

  test('says everything in Chinese', async () => {
    const { page, problems, close } = await visit(browser, `${site}/listings/688256.SS?lang=zh`)
    const texts = await page.locator('main').evaluate((main) => {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '')
      return found
    })
    // Names of feeds are names.
    const names = /Eastmoney data centre|How DeepSeek and Huawei/
    expect(texts.filter((text) => /(?:[A-Za-z]{2,}[ ,.]+){3}[A-Za-z]{2,}/.test(text) && !names.test(text))).toEqual([])
    expect(await page.title()).toContain('寒武纪 (688256.SS)')
    expect(problems).toEqual([])
    await close()
  })

  test('names corporate actions, revenue and freshness', async () => {
    const { page, close } = await visit(browser, `${site}/listings/NVDA`)
    await page.getByText('Split 10 for 1').waitFor()
    await page.getByText('No refresh has asked for this listing yet.').waitFor()
    expect(await page.getByTestId('feeds').locator('tbody tr').allTextContents()).toContain(
      'RevenueSEC EDGARnot asked yet',
    )
    expect(await page.getByTestId('missing').locator('tbody tr').first().textContent()).toMatch(
      /^18 May 2026 to .*open/,
    )
    await page.getByRole('region', { name: 'Revenue by quarter' }).getByText('Show the numbers').click()
    await page.getByRole('cell', { name: 'FY2026-Q4' }).waitFor()
    await page.getByText('68,127.00').waitFor()
    await close()
  })

  test('has a valuation panel with the figures of the export, a reason where there is no multiple, and a source on hover', async () => {
    const { page, problems, close } = await visit(browser, `${site}/listings/688256.SS?asOf=2025-08-27`)
    const panel = page.getByRole('region', { name: 'Valuation' })
    const csv = await panel.getByRole('link', { name: 'Every session as CSV' }).getAttribute('href')
    const response = await page.request.get(`${site}${csv}`)
    expect(response.headers()['content-type']).toContain('text/csv')
    const lines = (await response.text()).trimEnd().split('\r\n')
    const names = lines.find((line) => line.startsWith('session,'))?.split(',') ?? []
    const last = lines.at(-1)?.split(',') ?? []
    const figure = (name: string) => last[names.indexOf(name)] ?? ''
    expect(figure('session')).toBe('2025-08-27')
    const text = (await panel.textContent()) ?? ''
    expect(text).toContain(`${(Number(figure('revenueTtm')) / 1e9).toFixed(2)} bn CNY`)
    expect(text).toContain(`${(Number(figure('revenueTtmUsd')) / 1e6).toFixed(2)} m USD`)
    expect(text).toContain('2024-Q3 to 2025-Q2, not all exact')
    expect(text).toContain('no multiple shares unknown')
    await panel.getByTitle('2025-Q2 known since 26 Aug 2025, 10:00 UTC').first().waitFor()
    expect(problems).toEqual([])
    await close()
  })

  test('opens for an index, whose symbol is percent-encoded', async () => {
    const { page, problems, close } = await visit(browser, `${site}/listings/%5EGSPC`)
    expect(await page.locator('h1').textContent()).toContain('S&P 500')
    expect(await page.getByRole('region', { name: 'Valuation' }).count()).toBe(0)
    expect(problems).toEqual([])
    await close()
  })

  test('an unknown symbol is 404 and offers the known ones', async () => {
    const { page, close } = await visit(browser, `${site}/listings/NVIDIA`)
    expect((await page.request.get(`${site}/listings/NVIDIA`)).status()).toBe(404)
    await page.getByRole('link', { name: 'NVDA', exact: true }).click()
    await page.waitForURL(`${site}/listings/NVDA`)
    await close()
  })
})
