import { FeedError } from '../types'
import { excerptOf } from './body'

/** A code or message found along an error's chain of causes, for instance ECONNREFUSED. */
function rootCause(error: unknown): string {
  let found = 'connection failed'
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : null
    found = code ?? at.message ?? found
  }
  return found
}

const inWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there (connection refused)',
  ENOTFOUND: 'its name could not be found (DNS)',
  EAI_AGAIN: 'its name could not be looked up (DNS)',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'the network cannot be reached',
  'bad port': 'fetch does not open that port',
  UND_ERR_SOCKET: 'the connection was closed before the answer was complete',
  UND_ERR_CONNECT_TIMEOUT: 'it did not accept the connection in time',
}

/** The failure for an exchange that broke off: no connection, closed socket, half a body. */
export function brokenOff(feed: string, name: string, target: string, error: unknown): FeedError {
  const cause = rootCause(error)
  return new FeedError(feed, 'unreachable', `${name} could not be reached for ${target}: ${inWords[cause] ?? cause}`)
}

/** The failure an HTTP status stands for, or null when it is 2xx. `missing` says what a 404 means to this feed. */
export function failureOfStatus(
  feed: string,
  name: string,
  target: string,
  status: number,
  body: string,
  retryAfter: number | null,
  missing: 'unknown-symbol' | 'not-the-format',
): FeedError | null {
  if (status >= 200 && status < 300) return null
  const said = `HTTP ${status}, ${excerptOf(body)}`
  if (status === 429) {
    const wait = retryAfter === null ? '' : `; it asks to wait ${Math.ceil(retryAfter / 1000)} s`
    return new FeedError(feed, 'rate-limited', `${name} limits our rate for ${target} (${said})${wait}`, retryAfter)
  }
  if (status === 404 && missing === 'unknown-symbol') {
    return new FeedError(feed, 'unknown-symbol', `${name} knows nothing of ${target} (${said})`)
  }
  if (status === 401 || status === 403 || status === 451) {
    return new FeedError(feed, 'refused', `${name} refused ${target} (${said})`)
  }
  if (status >= 500 || status === 408) {
    return new FeedError(feed, 'unreachable', `${name} is failing for ${target} (${said})`, retryAfter)
  }
  return new FeedError(feed, 'not-the-format', `${name} did not understand the request for ${target} (${said})`)
}
