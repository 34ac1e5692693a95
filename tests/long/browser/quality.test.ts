import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findingsByLook, type Look, type Looking, lookAt, looks, paths } from '../../browser/quality'
import { sharedChromium } from '../../browser/shared'

const site = inject('siteUrl')
let browser: Browser
beforeAll(async () => {
  browser = await sharedChromium()
})
afterAll(() => browser?.close())

const states = ['/events/deepseek-ue8m0?listing=NVDA', '/events/huawei-us-entity-list', '/events/cambricon-h1-2026']

/** Two languages of a look side by side. */
const pairs = looks
  .filter(({ locale }) => locale === 'en')
  .map((look) => [`${look.colorScheme}, ${look.width} px`, [look, { ...look, locale: 'zh-CN' as const }]] as const)

describe.each(pairs)('in %s, in both languages', (_, pair: readonly Look[]) => {
  let looking: Looking[]
  beforeAll(async () => {
    looking = await Promise.all(
      // The same elements stand in both languages: axe asks each once.
      pair.map(async (look) => ({ look, axe: look.locale === 'en', context: await lookAt(browser, look) })),
    )
  })
  afterAll(() => Promise.all(looking.map(({ context }) => context.close())))

  test.each([...paths, ...states])('%s has nothing wrong', async (path) => {
    expect(await findingsByLook(looking, site + path)).toEqual([])
  })
})
