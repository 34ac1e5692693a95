import { setTimeout as sleep } from 'node:timers/promises'
import { languageHeader } from '@/lib/api/language'
import { viewHeader } from '@/lib/api/view'
import { log } from '@/lib/operation/log'
import { capture } from './memory/capture'
import type { PageHandler } from './pageHandler'

/** A store that is slow to answer keeps nobody from the pages for longer. */
const patienceMs = 3_000

/**
 * Makes the board once, for nobody: what pages are made of is loaded then, and the first reader does not wait for it. That it fails is for the log alone, since whoever comes is told. Resolves
 * when it is made, or after three seconds.
 */
export async function warmPages(pages: PageHandler): Promise<void> {
  const made = capture(pages, '/', { host: 'localhost', [languageHeader]: 'en', [viewHeader]: '/' })
    .then(({ status }) => {
      if (status >= 500) throw new Error(`the board was answered with ${status}`)
    })
    .catch((error: unknown) => log().warn({ err: error }, 'the board could not be made before its first reader'))
  await Promise.race([made, sleep(patienceMs, undefined, { ref: false })])
}
