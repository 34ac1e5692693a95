import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { type Encoding, packed as pack } from '@/lib/api/answers/encoding'
import { hashedPolicy } from '../contentPolicy'
import type { Captured } from './capture'
import { inlineHashes } from './inline'
import { paintFirst } from './paintFirst'

/** A page as it is sent to everybody who asks for it. */
export interface SharedPage {
  readonly status: number
  readonly headers: Readonly<OutgoingHttpHeaders>
  /** What the content policy allows: hashes, so that the body can stay as it is. */
  readonly policy: string
  /** A strong one, without quotes; each encoding adds its own. Null for what is not to be kept by anybody. */
  readonly tag: string | null
  /** What is sent to whoever wants `encoding`: that, or the body as it is where it is too small to be compressed. */
  encoding(wanted: Encoding): Encoding
  /** The body in one of those; compressed when it is asked for the first time. */
  body(encoding: Encoding): Promise<Buffer>
}

/** Headers that are said anew for each answer. */
const ownHeaders = new Set(['content-length', 'transfer-encoding', 'content-security-policy', 'date', 'connection'])

/** Proxies in front refuse more than some kilobytes of headers. */
const longestPolicy = 6_000
/** Below it headers weigh more than what is saved. */
const smallestCompressed = 1_000

/** A part that failed, as Next writes it into a page that was answered with 200: in a part for its router, or in the scripts of a page. */
const failedPart = /[0-9a-f]:E\{\\?"digest\\?":/

/**
 * What can be shared of an answer that was made with `nonce` in its policy: null when it sets a cookie, or has more scripts of its own than a header can name.
 * `ancestors` as in `contentPolicy`.
 */
export function sharedPage(captured: Captured, nonce: string, ancestors: readonly string[]): SharedPage | null {
  const { status, headers } = captured
  if (headers['set-cookie'] !== undefined) return null
  const isHtml = String(headers['content-type']).startsWith('text/html')
  const made = captured.body.toString('utf8')
  const text = isHtml && status === 200 ? paintFirst(made, nonce) : made
  const body = text === made ? captured.body : Buffer.from(text)
  const hashes = isHtml ? inlineHashes(text, nonce) : { scripts: [], styles: [] }
  const policy = hashedPolicy(hashes, ancestors)
  if (policy.length > longestPolicy) return null
  const packed = new Map<Encoding, Promise<Buffer>>()
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name))),
    policy,
    tag:
      status === 200 && !failedPart.test(text)
        ? createHash('sha256').update(body).digest('base64url').slice(0, 27)
        : null,
    encoding: (wanted) => (body.length < smallestCompressed ? 'identity' : wanted),
    body: (encoding) => {
      if (encoding === 'identity') return Promise.resolve(body)
      const known = packed.get(encoding)
      if (known) return known
      const making = pack(body, encoding)
      packed.set(encoding, making)
      return making
    },
  }
}
