import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openStore } from '@/lib/store/connection/store'
import { nowhere, startJob } from '../fault/process'
import { type Site, startSite } from './setup'
import { sharedChromium } from './shared'
import { visit } from './visit'

let browser: Browser
let site: Site
beforeAll(async () => {
  browser = await sharedChromium()
  // A board of its own: the others must not see that its feeds failed.
  // Its server believes that a worker refreshes, and none does.
  site = await startSite({ REFRESH: 'on' }, inject('untouchedDatabaseUrl'))
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

test('promise 6: when every feed fails, the last good data stay on screen, with their age', async () => {
  const before = await visit(browser, site.url)
  const closes = before.page.getByTestId('closes')
  const shown = await closes.allTextContents()
  await before.close()

  const args = ['--job', 'bars', '--listing', '688256.SS', '--json']
  const refresh = await startJob('refresh', args, { DATABASE_URL: site.databaseUrl, ...nowhere }).ended
  expect(refresh.code).toBe(0)
  expect(JSON.parse(refresh.stdout)).toMatchObject({ outcome: 'failed' })

  const { page, problems, close } = await visit(browser, site.url)
  expect(await page.getByTestId('closes').allTextContents()).toEqual(shown)
  const card = page.getByRole('region', { name: 'Cambricon', exact: true })
  expect(await card.textContent()).toContain('1,310.00')
  await card.locator('[title*="bundled, to 2026-07-22"]').first().waitFor()
  expect(await card.textContent()).toMatch(/\d+ sessions behind/)
  await page.goto(`${site.url}/data`)
  await page
    .getByText(/failed, \d/)
    .first()
    .waitFor()
  await page
    .getByText('82 open')
    .or(page.getByText(/^\d+ open/))
    .first()
    .waitFor()
  expect(problems).toEqual([])
  await close()
})

test('that no refresh has brought a session is said on the data page, in the metrics and in the language of the reader', async () => {
  const store = openStore(site.databaseUrl, { max: 1 })
  await store.sql`UPDATE seed_state SET seeded_at = seeded_at - interval '7 days'`
  await store.close()
  const { page, problems, close } = await visit(browser, `${site.url}/data?lang=en`)
  const alarms = page.getByTestId('refresh-alarm')
  const texts = await alarms.allTextContents()
  expect(texts.find((text) => text.includes('Nasdaq'))).toMatch(
    /whole session: that of \d+ \w+ \d{4} is missing\. None has succeeded/,
  )
  await page.goto(`${site.url}/data?lang=zh`)
  expect((await alarms.allTextContents()).find((text) => text.includes('纳斯达克'))).toContain('至今没有一次成功')
  expect(await (await fetch(`${site.url}/metrics`)).text()).toContain('tidemark_refresh_alarm{mic="XNAS"} 1')
  expect(problems).toEqual([])
  await close()
})
