import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** The one Chromium of all browser tests of a run, by a connection of one's own: `close` ends that and what was opened by it. To start one takes longer than many files do. */
export function sharedChromium(): Promise<Browser> {
  return chromium.connect(inject('browserEndpoint'))
}
