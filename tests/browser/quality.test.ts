import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findingsByLook, type Look, type Looking, lookAt, mainPaths } from './quality'
import { sharedChromium } from './shared'
import { weigh } from './weight'

const site = inject('siteUrl')

// Two opposite looks of the main pages; every look of every page is among the long tests.
const core: readonly (Look & { axe: boolean })[] = [
  { colorScheme: 'dark', locale: 'en', width: 360, axe: true },
  { colorScheme: 'light', locale: 'zh-CN', width: 1440, axe: false },
]

let browser: Browser
let looking: Looking[]
beforeAll(async () => {
  browser = await sharedChromium()
  looking = await Promise.all(
    core.map(async ({ axe, ...look }) => ({ look, axe, context: await lookAt(browser, look) })),
  )
})
afterAll(() => browser?.close())

test.each(mainPaths)('%s has nothing wrong, dark and narrow in English, light and wide in Chinese', async (path) => {
  expect(await findingsByLook(looking, site + path)).toEqual([])
})

test('the board is light: its scripts before and after use, and its styles', async () => {
  const { script, allScript, style } = await weigh(browser, site)
  expect(script).toBeLessThanOrEqual(190 * 1024)
  expect(allScript).toBeLessThanOrEqual(340 * 1024)
  expect(style).toBeLessThanOrEqual(12 * 1024)
})
