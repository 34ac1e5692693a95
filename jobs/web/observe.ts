import type { IncomingMessage, ServerResponse } from 'node:http'
import { withFields } from '@/lib/operation/fields'
import { log } from '@/lib/operation/log'
import { countRequest } from '@/lib/operation/metrics'
import { requestIdHeader, requestIdOf } from '@/lib/operation/requestId'
import { notedRoute } from '@/lib/operation/route'
import type { PagePattern } from './pagePattern'

const knownMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])

export type AccessLogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

export interface Observer {
  readonly patternOf: PagePattern
  /** Level of the line of each answered request; answers of 500 and more are errors whatever it is. */
  readonly level: AccessLogLevel
}

function told(request: IncomingMessage, response: ServerResponse, begun: number, of: Observer & { id: string }): void {
  const { statusCode: status } = response
  const { method = '', url = '' } = request
  const durationMs = performance.now() - begun
  const route = notedRoute(request) ?? of.patternOf(url)
  // A stream stays open as long as its reader listens: that is no latency.
  if (!String(response.getHeader('content-type')).startsWith('text/event-stream')) {
    countRequest({ method: knownMethods.has(method) ? method : 'other', route, status, durationMs })
  }
  const line = {
    ...{ requestId: of.id, method, url: url.slice(0, 2_000), route, status, ms: Math.round(durationMs) },
    ...(response.writableFinished ? {} : { broken: true }),
  }
  if (status >= 500) log().error(line, 'answered')
  else if (of.level !== 'silent') log()[of.level](line, 'answered')
}

/**
 * Gives a request its id (that of a proxy, when well formed), in its own header and in the answer's `X-Request-Id`; answers it by `answer`, whose lines in the log
 * carry the id; and counts and logs it once the answer has ended or its connection broke.
 */
export function observed(
  request: IncomingMessage,
  response: ServerResponse,
  observer: Observer,
  answer: () => void,
): void {
  const begun = performance.now()
  const id = requestIdOf(request.headers[requestIdHeader])
  request.headers[requestIdHeader] = id
  response.setHeader('X-Request-Id', id)
  response.once('close', () => told(request, response, begun, { ...observer, id }))
  withFields({ requestId: id }, answer)
}
