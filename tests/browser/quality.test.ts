import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from './chromium'
import { findings, type Look, lookAt, mainPaths } from './quality'
import { weigh } from './weight'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

// Two opposite looks of the main pages; every look of every page is among the long tests.
const core: readonly (Look & { axe: boolean })[] = [
  { colorScheme: 'dark', locale: 'en', width: 360, axe: true },
  { colorScheme: 'light', locale: 'zh-CN', width: 1440, axe: false },
]

describe.each(core)('in $colorScheme, $locale, at $width px', ({ axe, ...look }) => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await lookAt(browser, look)
  })
  afterAll(() => context?.close())

  test.each(mainPaths)('%s has nothing wrong', async (path) => {
    expect(await findings(context, site + path, { axe })).toEqual([])
  })
})

test('the board is light: its scripts before and after use, and its styles', async () => {
  const { script, allScript, style } = await weigh(browser, site)
  expect(script).toBeLessThanOrEqual(190 * 1024)
  expect(allScript).toBeLessThanOrEqual(340 * 1024)
  expect(style).toBeLessThanOrEqual(12 * 1024)
})
