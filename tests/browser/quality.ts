import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { visit } from './visit'

/** The pages that are looked at, one of each kind and the states that look different. */
export const paths = [
  '/',
  '/compare?base=event:deepseek-ue8m0&currency=USD&symbols=688256.SS,NVDA,0700.HK,BABA,^GSPC,000300.SS',
  '/listings/688256.SS',
  '/events',
  '/events/deepseek-ue8m0?listing=688256.SS',
  '/events/t-head-chip',
  '/studies?kind=all',
  '/claims',
  '/claims/cambricon-up-nearly-500-percent',
  '/data',
  '/nowhere',
] as const

/** How a page is looked at. */
export interface Look {
  readonly colorScheme: 'light' | 'dark'
  readonly width: number
}

/** What axe finds serious or critical on a page: rule and places. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)
}

/** Opens a page with every table behind its charts, and expects no error, nothing serious from axe, and nothing wider than the screen. */
export async function expectQuality(browser: Browser, url: string, { colorScheme, width }: Look): Promise<void> {
  const { page, problems, close } = await visit(browser, url, { colorScheme, viewport: { width, height: 900 } })
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  expect(await seriousFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  // A page that is not there is a 404, which the browser's console tells.
  if (!url.endsWith('/nowhere')) expect(problems).toEqual([])
  await close()
}
