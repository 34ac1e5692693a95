import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchChromium } from '../../browser/chromium'
import { findings, lookAt, looks, paths } from '../../browser/quality'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const states = ['/events/deepseek-ue8m0?listing=NVDA', '/events/huawei-us-entity-list', '/events/cambricon-h1-2026']

describe.each(looks)('in $colorScheme, $locale, at $width px', (look) => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await lookAt(browser, look)
  })
  afterAll(() => context?.close())

  test.each([...paths, ...states])('%s has nothing wrong', async (path) => {
    // The same elements stand in both languages: axe asks each once.
    expect(await findings(context, site + path, { axe: look.locale === 'en' })).toEqual([])
  })
})
