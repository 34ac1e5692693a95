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

/** Reads the bar the pointer rests on by walking the chart to it. */
async function closeOn(page: Awaited<ReturnType<typeof visit>>['page'], day: string): Promise<string> {
  await page.locator('canvas').first().waitFor()
  await page.locator('button.mark').first().waitFor()
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
    expect(await closeOn(page, '28 Aug 2025')).toContain('close 1,065.71 CNY')
    await page.getByRole('link', { name: 'As traded' }).click()
    await page.waitForURL(/adjust=raw/)
    await page.getByText('CNY, as traded').first().waitFor()
    expect(await closeOn(page, '28 Aug 2025')).toContain('close 1,587.91 CNY')
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
    expect(await response.text()).toContain('2025-08-28')
    await close()
  })

  test('names corporate actions, revenue and freshness', async () => {
    const { page, close } = await visit(browser, `${site}/listings/NVDA`)
    await page.getByText('Split 10 for 1').waitFor()
    await page.getByText('No refresh has asked for this listing yet.').waitFor()
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
