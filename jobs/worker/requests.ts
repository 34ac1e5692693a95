import { setTimeout as sleep } from 'node:timers/promises'
import { workOnRequest } from '@/lib/ingest/request/carryOut'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { log, reasonOf } from './log'

/** How often a worker looks for something that was asked for. It costs one short query. */
const lookEveryMs = 2_000

/**
 * Does what people ask for, one request after the other, until the signal. `envFor` makes the environment of each, so that each may insist on feeds whose
 * breaker is open.
 */
export async function serveRequests(
  envFor: () => RefreshEnvironment,
  signal: AbortSignal,
  everyMs = lookEveryMs,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const request = await workOnRequest(envFor())
      if (request !== null) {
        const of = request.listing ?? request.feed ?? request.symbol ?? ''
        log(`${request.requestedBy} asked for ${request.kind} ${request.job ?? ''} ${of}`.replace(/ +/g, ' ').trim())
        continue
      }
    } catch (error) {
      log(`a request failed in the store: ${reasonOf(error)}`)
    }
    await sleep(everyMs, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
}
