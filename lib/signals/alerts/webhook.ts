import { createHmac } from 'node:crypto'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { assertHost, guardedLookup, RefusedAddressError } from './guard'

/** What one call of a webhook came to: whether it was taken, whether to try again, and in words why. */
export interface SendOutcome {
  readonly delivered: boolean
  /** False when another try could only end the same way. */
  readonly again: boolean
  readonly words: string
}

export interface WebhookOptions {
  /** Addresses and CIDR ranges of an operator's own network that may be called, and over plain HTTP too; other private ones never are. */
  readonly allow: readonly string[]
  readonly timeoutMs?: number
  /** The most of an answer that is read. */
  readonly mostBytes?: number
}

export interface WebhookMessage {
  /** The same however often it is sent: receivers know a repeated one by it. */
  readonly key: string
  readonly at: Date
  readonly body: string
  /** `whsec_` and the key in base64. */
  readonly secret: string
}

/** What every secret begins with, after the convention of Standard Webhooks. */
export const secretPrefix = 'whsec_'

/** The headers that tell and prove a message, after Standard Webhooks 1.0 (id, timestamp, HMAC-SHA256 over both and the body). */
export function signedHeaders({ key, at, body, secret }: WebhookMessage): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const bytes = Buffer.from(secret.slice(secretPrefix.length), 'base64')
  const signature = createHmac('sha256', bytes).update(`${key}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': key, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

/** Why a target can never be called, whatever its name resolves to; null when it may be. */
export function targetProblem(target: string, allow: readonly string[]): string | null {
  if (!URL.canParse(target)) return 'expected an address such as https://example.org/hooks/tidemark'
  const { protocol, username, password } = new URL(target)
  if (protocol !== 'https:' && protocol !== 'http:') return 'expected an https address'
  // Within the operator's own network there is often no certificate; elsewhere what we tell would be open to all on the way.
  if (protocol === 'http:' && allow.length === 0) return 'expected https'
  if (username !== '' || password !== '') return 'expected an address without a user name'
  return null
}

function outcomeOf(status: number): SendOutcome {
  if (status >= 200 && status < 300) return { delivered: true, again: false, words: `answered ${status}` }
  if (status >= 300 && status < 400) {
    return { delivered: false, again: false, words: `answered ${status}: redirects are not followed` }
  }
  if (status === 410) return { delivered: false, again: false, words: 'answered 410: it wants no more' }
  return { delivered: false, again: true, words: `answered ${status}` }
}

function readBounded(response: IncomingMessage, mostBytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let read = 0
    response.on('data', (chunk: Buffer) => {
      read += chunk.length
      // Its status is all that counts; who sends more is cut off.
      if (read > mostBytes) response.destroy()
    })
    response.on('close', resolve)
    response.on('error', reject)
  })
}

/**
 * Calls a webhook once. The name is resolved for this connection, every address it resolves to must be public (or allowed), and the connection goes to the address that
 * was checked; redirects are not followed; time and answer are bounded. Never throws: what went wrong is the outcome.
 */
export async function callWebhook(
  target: string,
  message: WebhookMessage,
  { allow, timeoutMs = 10_000, mostBytes = 65_536 }: WebhookOptions,
): Promise<SendOutcome> {
  const problem = targetProblem(target, allow)
  if (problem !== null) return { delivered: false, again: false, words: problem }
  const url = new URL(target)
  const secure = url.protocol === 'https:'
  // Plain HTTP is for the operator's own network alone.
  const accepted = secure ? (['public', 'allowed'] as const) : (['allowed'] as const)
  const late = AbortSignal.timeout(timeoutMs)
  try {
    assertHost(url.hostname, allow, accepted)
    const status = await new Promise<number>((resolve, reject) => {
      const sent = (secure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        // A connection that was kept would go where its name led before.
        agent: false,
        lookup: guardedLookup(allow, accepted),
        signal: late,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(message.body),
          'User-Agent': 'Tidemark-Webhook/1',
          ...signedHeaders(message),
        },
      })
      sent.on('response', (response) => {
        readBounded(response, mostBytes).then(() => resolve(response.statusCode ?? 0), reject)
      })
      sent.on('error', reject)
      sent.end(message.body)
    })
    return outcomeOf(status)
  } catch (error) {
    if (error instanceof RefusedAddressError) {
      const words = `refused: ${error.message}; only public addresses over https are called, and those that WEBHOOK_ALLOW names`
      return { delivered: false, again: false, words }
    }
    const text = error instanceof Error ? error.message : String(error)
    return { delivered: false, again: true, words: late.aborted ? `no answer within ${timeoutMs / 1000} s` : text }
  }
}
