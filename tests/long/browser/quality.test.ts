import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import { launchChromium } from '../../browser/chromium'
import { expectQuality, paths } from '../../browser/quality'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const listings = ['688256.SS', 'NVDA'].map((symbol) => `/events/deepseek-ue8m0?listing=${symbol}`)
const states = ['/events/huawei-us-entity-list', '/events/cambricon-h1-2026', '/events/r1-on-ascend']

describe.each([...new Set([...paths, ...listings, ...states])])('%s', (path) => {
  test.each(
    (['light', 'dark'] as const).flatMap((colorScheme) => [1440, 360].map((width) => ({ colorScheme, width }))),
  )('in $colorScheme at $width px', (look) => expectQuality(browser, site + path, look))
})
