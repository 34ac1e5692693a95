import type { IncomingMessage, ServerResponse } from 'node:http'
import { liveIdHeader } from '@/lib/live/header'
import type { Hub } from '@/lib/live/hub'
import { toldBy } from '@/lib/live/told'
import { log } from '@/lib/operation/log'
import { contentPolicy, isEmbedPath, newNonce } from '../contentPolicy'
import type { PageHandler } from '../pageHandler'
import { sendPage } from './answer'
import { type AskedPage, askedPage } from './asked'
import { capture } from './capture'
import { createMemory, type Made, type MemoryLimits } from './memory'
import { type SharedPage, sharedPage } from './page'

export interface PageMemoryParts {
  readonly pages: PageHandler
  readonly hub: Pick<Hub, 'id' | 'status' | 'subscribe'>
  /** Origins whose pages may show `/embed` within theirs. */
  readonly embedOrigins: readonly string[]
  readonly limits?: MemoryLimits
  /** Milliseconds of a clock that never goes back; that of the process when not given. */
  readonly clock?: () => number
}

/** Answers a request from memory; false when it is not for everybody, and the pages have to be asked. */
export type PageMemory = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/**
 * The pages that everybody may read, made once for a state of the data and a way to look at them. A page is made for nobody, from what its key says alone, so that nothing of one reader reaches another. Only
 * for where reading is public.
 */
export function createPageMemory(parts: PageMemoryParts): PageMemory {
  const { pages, hub, embedOrigins, limits, clock = () => performance.now() } = parts
  const told = toldBy(hub)
  const memory = createMemory<SharedPage | null>({
    ...{ told, clock },
    onProblem: (error) => log().error({ err: error }, 'a page could not be made anew'),
    ...(limits ? { limits } : {}),
  })

  async function make({ url, headers }: AskedPage): Promise<Made<SharedPage | null>> {
    const nonce = newNonce()
    const ancestors = isEmbedPath(url) ? embedOrigins : []
    const captured = await capture(pages, url, {
      ...headers,
      [liveIdHeader]: hub.id,
      'content-security-policy': contentPolicy(nonce, false, ancestors),
    })
    const page = sharedPage(captured, nonce, ancestors)
    // Half as much again for its compressed forms.
    const bytes = 1.5 * captured.body.length
    // That a page cannot be shared is kept too, or it would be made twice for each reader.
    return page === null ? { value: null, bytes: 0, keep: true } : { value: page, bytes, keep: page.tag !== null }
  }

  return async (request, response) => {
    const asked = askedPage(request)
    if (asked === null || told.hasSeenMore(request.headers)) return false
    const page = await memory.get(asked.key, () => make(asked))
    if (page === null) return false
    await sendPage(request, response, page)
    return true
  }
}
