import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { writeBars } from '@/lib/store/bar/write'
import { openStore, type Store } from '@/lib/store/connection/store'
import { listingBySymbol } from '@/lib/store/listing/list'
import { sharedChromium } from './shared'
import { visit } from './visit'

const site = inject('siteUrl')
let browser: Browser
let store: Store
beforeAll(async () => {
  browser = await sharedChromium()
  store = openStore(inject('siteDatabaseUrl'), { max: 1 })
})
afterAll(async () => {
  await browser?.close()
  await store?.close()
})

/** Stores one later session of MetaX, as a refresh would. */
async function storeSession(session: string, close: string): Promise<void> {
  const listing = await listingBySymbol(store.sql, '688802.SS')
  if (!listing) throw new Error('MetaX is not in the store')
  const [ctx, fetchedAt] = [{ actor: 'test', scopes: ['ingest' as const], now: new Date() }, new Date()]
  const prices = { open: close, high: close, low: close, close }
  const bar = { session, ...prices, volume: 1_000_000n, settled: true, asOf: new Date(`${session}T07:00:00Z`) }
  await writeBars(store.sql, ctx, listing.id, [bar], { feed: 'yahoo', feedSymbol: '688802.SS', fetchedAt })
}

describe('a session stored while the page is open', () => {
  test('appears on the board when the reader comes back to it, without a reload', async () => {
    const { page, problems, close } = await visit(browser, site)
    await page.evaluate(() => Object.assign(window, { stillTheSame: true }))
    const row = page.getByTestId('closes').locator('tr', { hasText: 'MetaX' })
    const closeTitle = () => row.locator('td').nth(1).getAttribute('title')
    expect(await closeTitle()).toContain('bundled, to 2026-07-22')
    await storeSession('2026-07-23', '851.25')
    // The page asks at most once in two seconds.
    await page.waitForTimeout(2_100)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await row.getByText('851.25').waitFor()
    expect(await closeTitle()).toContain('23 Jul 2026 · Source: Yahoo Finance')
    expect(await closeTitle()).not.toContain('bundled')
    expect(await page.evaluate(() => 'stillTheSame' in window)).toBe(true)
    expect(problems).toEqual([])
    await close()
  })

  test('appears on the listing’s page at the next visit, without a restart', async () => {
    await storeSession('2026-07-24', '862.50')
    const { page, close } = await visit(browser, `${site}/listings/688802.SS`)
    expect(await page.getByTestId('bars').locator('tbody tr').first().textContent()).toContain('24 Jul 2026862.50')
    // A switch of feeds is told by the series, with what each brought.
    await page.getByText('Bundled figures, 17 Dec 2025 to 22 Jul 2026').waitFor()
    await page.getByText('Yahoo Finance, 23 Jul 2026 to 24 Jul 2026').waitFor()
    await close()
  })
})

describe('when the server does not answer', () => {
  test('the last good figures stay, and the page says of when they are', async () => {
    const { page, close } = await visit(browser, site)
    await page.route('**/api/**', (route) => route.abort())
    await page.waitForTimeout(2_100)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await page.getByText(/No connection to the server: these are the figures of/).waitFor()
    expect(await page.getByTestId('closes').locator('tbody tr').count()).toBe(10)
    await close()
  })
})
