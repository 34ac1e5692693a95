import type { IncomingMessage, ServerResponse } from 'node:http'
import { claimsAccount } from '@/lib/access/cookie'
import type { Told } from '@/lib/live/told'
import { noteRoute } from '@/lib/operation/route'
import type { Store } from '@/lib/store/connection/store'
import { memoryOf } from '../memory/memory'
import { publicReadHeaders } from '../readHeaders'
import { type Answer, entityTag, matchesTag } from './answer'
import { encodingOf } from './encoding'

/**
 * What an answer would be named now, and the answer itself where it is remembered; null when that takes more than a probe. Given how often we were `told` of changes so far, what was probed since the
 * last time will do.
 */
export type Known = (
  now: Date,
  told: number | null,
) => Promise<{ readonly name: string; readonly answer: Answer | undefined } | null>

interface Plan {
  /** The route's pattern, which requests are counted by. */
  readonly route: string
  readonly known: Known
}

const planKey = (url: string) => `url ${url}`

/** Remembers what the address of a request that nobody in particular sent asks for: the app has read it, and found it right and open to everybody. */
export function rememberPlan(store: Store, url: string, plan: Plan): void {
  memoryOf(store).set(planKey(url), plan, 300)
}

/** Answers requests of the HTTP server that need no more than a probe. Resolves with false when the app has to. */
export interface AnswerDoor {
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> | false
}

function send(request: IncomingMessage, response: ServerResponse, headers: Record<string, string>, body: Buffer): void {
  response.writeHead(200, { ...headers, 'content-type': 'application/json', 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/**
 * The door in front of the app for addresses it has answered to nobody in particular before: an answer that the client has is a 304, one that we remember is sent as it is. Whether it is
 * still right is asked of the store: each time, or, where we are `told` of changes, once after each, and once a second for those that nobody tells of. A client that has seen more than we were
 * told has it asked as well.
 */
export function answerDoor(store: Store, now: () => Date, told?: Told): AnswerDoor {
  const memory = memoryOf(store)
  const tryTo = async (request: IncomingMessage, response: ServerResponse, { route, known }: Plan) => {
    const isTold = told?.live && !told.hasSeenMore(request.headers)
    const found = await known(now(), isTold ? told.count : null)
    if (found === null || response.destroyed) return false
    const encoding = encodingOf(request.headers['accept-encoding'])
    const etag = entityTag(found.name, encoding)
    const headers = {
      ...publicReadHeaders,
      ...{ etag, vary: 'Accept-Encoding, Authorization, Cookie', 'cache-control': 'no-cache' },
    }
    if (matchesTag(request.headers['if-none-match'], etag)) {
      noteRoute(request, route)
      response.writeHead(304, headers).end()
      return true
    }
    if (found.answer === undefined) return false
    const body = await found.answer.bytes(encoding)
    noteRoute(request, route)
    send(request, response, encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding }, body)
    return true
  }
  return {
    answer: (request, response) => {
      const { method, url = '' } = request
      if ((method !== 'GET' && method !== 'HEAD') || claimsAccount(request.headers)) return false
      const plan = memory.get<Plan>(planKey(url))
      return plan === undefined ? false : tryTo(request, response, plan)
    },
  }
}
