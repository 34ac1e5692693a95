import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sharedChromium } from './shared'
import { visit } from './visit'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

test('the list tells what happened, and is filtered by a form that needs no script', async () => {
  const { page, problems, close } = await visit(browser, `${site}/signals`, { javaScriptEnabled: false })
  const rows = page.getByTestId('hits').locator('tbody tr')
  expect(await rows.count()).toBe(50)
  await page.getByLabel('Rule').selectOption('abnormal-return')
  await page.getByLabel('Listing').selectOption('688256.SS')
  await page.getByLabel('From', { exact: true }).fill('2025-08-22')
  await page.getByLabel('To', { exact: true }).fill('2025-08-22')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/listing=688256\.SS/)
  expect(await rows.count()).toBe(1)
  expect(await rows.first().textContent()).toMatch(/22 Aug 2025Cambricon Technologies moved \+20\.0% while STAR 50/)
  await page.getByRole('link', { name: 'Clear' }).click()
  await page.waitForURL(`${site}/signals`)
  await page.getByRole('link', { name: 'Older' }).click()
  await page.waitForURL(/page=2/)
  expect(await rows.count()).toBe(50)
  expect(problems).toEqual([])
  await close()
})

test('looks back: nothing that could not be known then', async () => {
  const { page, close } = await visit(browser, `${site}/signals?asOf=2025-08-21&listing=688256.SS`)
  const text = await page.getByTestId('hits').textContent()
  expect(text).not.toContain('22 Aug 2025')
  expect(text).toContain('2025')
  await close()
})

test('a filter that is none is named and left out', async () => {
  const { page, close } = await visit(browser, `${site}/signals?rule=nothing`)
  expect(await page.locator('main').getByRole('status').first().textContent()).toContain('nothing')
  expect(await page.getByTestId('hits').locator('tbody tr').count()).toBe(50)
  await close()
})

test('the board and a listing show the latest, and lead to all of them', async () => {
  const { page, close } = await visit(browser, site)
  const panel = page.getByRole('region', { name: 'Latest signals' })
  expect(await panel.getByTestId('signals').locator('li').count()).toBe(4)
  await panel.getByRole('link', { name: 'All signals' }).click()
  await page.waitForURL(`${site}/signals`)
  await page.goto(`${site}/listings/688256.SS`)
  const own = page.getByRole('region', { name: 'Latest signals' })
  expect(await own.getByTestId('signals').locator('li').count()).toBe(8)
  await own.getByRole('link', { name: 'All signals' }).click()
  await page.waitForURL(/signals\?listing=688256\.SS/)
  await close()
})

test('a rule is played over the history, over the days asked for', async () => {
  const { page, problems, close } = await visit(browser, `${site}/signals/rules`)
  await page.getByTestId('rules').getByRole('link', { name: 'Drawdown of 20%' }).click()
  await page.waitForURL(/rule=drawdown/)
  const told = page.getByTestId('backtest')
  expect(await told.textContent()).toMatch(/^Would have fired \d+ times from 2024-01-02 to .+ a year\.$/)
  const panel = page.locator('#backtest')
  await panel.getByLabel('From').fill('2025-01-01')
  await panel.getByLabel('To').fill('2025-12-31')
  await panel.getByRole('button', { name: 'Back-test' }).click()
  await page.waitForURL(/from=2025-01-01/)
  expect(await told.textContent()).toContain('from 2025-01-01 to 2025-12-31')
  expect(problems).toEqual([])
  await close()
})

test('the search finds a rule, and leads to its signals', async () => {
  const { page, close } = await visit(browser, `${site}/search?q=drawdown`)
  await page.locator('main').getByRole('link', { name: 'Drawdown of 20%' }).click()
  await page.waitForURL(/signals\?rule=drawdown/)
  await close()
})
