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

describe('a page set to a date', () => {
  test('the board says so, shows the closes and events of then and none later, and leads back', async () => {
    const { page, problems, close } = await visit(browser, `${site}/?asOf=2025-09-18`)
    await page.getByText('Set to 18 Sep 2025, 23:59 UTC').waitFor()
    const card = page.getByRole('region', { name: 'Cambricon', exact: true })
    await card.getByText('1,420.99').waitFor()
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('China’s regulator tells large firms'.replace('’', "'"))
    expect(text).not.toContain('Moore Threads starts trading')
    // What was to come next may lie later; what moved may not.
    expect(text).not.toContain('Nvidia reports FY2026 Q3')
    await page.getByRole('link', { name: 'Back to now' }).click()
    await card.getByText('1,310.00').waitFor()
    expect(problems).toEqual([])
    await close()
  })

  test('a listing shows the price people saw then, before a later bonus issue', async () => {
    const { page, close } = await visit(browser, `${site}/listings/688256.SS?asOf=2025-08-28`)
    await page.getByText('Set to 28 Aug 2025').waitFor()
    await page.locator('h1').getByText('Cambricon').waitFor()
    expect(await page.locator('main').textContent()).toContain('1,587.91')
    await close()
  })

  test('a date that is none, or has not come, is named and the present shown', async () => {
    const { page, close } = await visit(browser, `${site}/?asOf=soon`)
    await page.getByText('“soon” is no date to look back to').waitFor()
    await page.getByRole('region', { name: 'Cambricon', exact: true }).getByText('1,310.00').waitFor()
    await close()
  })
})
