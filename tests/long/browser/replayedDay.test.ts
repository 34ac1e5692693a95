import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { watchReplayedDay } from '../../browser/replayedDay'
import { type Site, startSite } from '../../browser/setup'
import { sharedChromium } from '../../browser/shared'

let browser: Browser
let site: Site
beforeAll(async () => {
  browser = await sharedChromium()
  site = await startSite()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

test('a board that is without connection for a minute catches up with nothing missing', async () => {
  await watchReplayedDay(browser, site, 60_000)
}, 180_000)
