import { type FeedContext, FeedError } from '../types'
import { BodyTooLarge, excerptOf, looksLikeMarkup, readBody } from './body'
import { brokenOff, failureOfStatus } from './failures'
import { withRetry } from './retry'
import { retryAfterMs } from './retryAfter'
import { atOrigin, headerSafe } from './url'

/** One GET of a feed. */
export interface FeedRequest {
  /** Id of the feed, and its name in messages. */
  readonly feed: string
  readonly name: string
  /** What is asked for, in words for messages: `NVDA`, `company facts of CIK 0001045810`. */
  readonly target: string
  /** The feed's public URL; `ctx.origin` replaces scheme, host and port. */
  readonly url: string
  readonly expect: 'json' | 'csv' | 'text'
  /** How the body's characters are written; UTF-8 unless said. */
  readonly encoding?: 'gbk'
  /** What a 404 means; `not-the-format` unless said. */
  readonly missing?: 'unknown-symbol'
  /** User-Agent for feeds that do not take ours. */
  readonly userAgent?: string
  /** Takes the wrapper off the body of a 2xx answer, before the format is checked. */
  readonly unwrap?: (body: string) => string
  /** Looks at status and body before anything else does, for what only this feed says. */
  readonly recognise?: (status: number, body: string) => FeedError | null
}

const redirects = [301, 302, 303, 307, 308]
const mostRedirects = 3
const errorBodyBytes = 16_384

/** Follows redirects on the same host only: nothing a feed answers may send us elsewhere. */
async function follow(request: FeedRequest, ctx: FeedContext, signal: AbortSignal): Promise<Response> {
  let url = atOrigin(request.url, ctx.origin)
  for (let hops = 0; ; hops++) {
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      signal,
      headers: {
        'User-Agent': headerSafe(request.userAgent ?? `Tidemark/0.1 (+${ctx.contact})`),
        Accept: request.expect === 'json' ? 'application/json' : 'text/csv, text/plain;q=0.9',
      },
    })
    const location = redirects.includes(response.status) ? response.headers.get('location') : null
    if (location === null) return response
    await response.body?.cancel()
    const next = URL.canParse(location, url.href) ? atOrigin(new URL(location, url).href, ctx.origin) : null
    const problem =
      next === null || next.host !== url.host || (url.protocol === 'https:' && next.protocol !== 'https:')
        ? `sent us away to ${excerptOf(location)}`
        : hops === mostRedirects
          ? `redirected more than ${mostRedirects} times`
          : null
    if (next === null || problem !== null) {
      throw new FeedError(request.feed, 'refused', `${request.name} ${problem} for ${request.target}`)
    }
    url = next
  }
}

function checkFormat(request: FeedRequest, body: string): void {
  const wrong = (what: string) =>
    new FeedError(request.feed, 'not-the-format', `${request.name} answered ${what} for ${request.target}`)
  const expected = { json: 'JSON', csv: 'CSV', text: 'plain text' }[request.expect]
  if (looksLikeMarkup(body)) throw wrong(`an HTML page (${excerptOf(body)}) where ${expected} was expected`)
  if (request.expect !== 'json') return
  try {
    JSON.parse(body)
  } catch (cause) {
    if (/^\s*[[{]/.test(body)) throw wrong(`JSON that is cut short or damaged (${String(cause)})`)
    throw wrong(`${excerptOf(body)} where JSON was expected`)
  }
}

async function exchange(request: FeedRequest, ctx: FeedContext, signal: AbortSignal): Promise<string> {
  const { feed, name, target } = request
  const response = await follow(request, ctx, signal)
  const body = response.ok
    ? await readBody(response, ctx.maxBytes, request)
    : await readBody(response, Math.min(ctx.maxBytes, errorBodyBytes), { ...request, cut: true })
  const wait = retryAfterMs(response.headers.get('retry-after'), ctx.now())
  const failure =
    request.recognise?.(response.status, body) ??
    failureOfStatus(feed, name, target, response.status, body, wait, request.missing ?? 'not-the-format')
  if (failure) throw failure
  const content = request.unwrap?.(body) ?? body
  checkFormat(request, content)
  return content
}

/** One attempt under one clock, which runs until the last byte of the body. */
async function attempt(request: FeedRequest, ctx: FeedContext): Promise<string> {
  const { feed, name, target } = request
  ctx.signal?.throwIfAborted()
  // Not AbortSignal.any: on Node 20 a timeout joined with it can be collected and then never fires.
  const control = new AbortController()
  const giveUp = () => control.abort()
  const clock = setTimeout(giveUp, ctx.timeoutMs)
  ctx.signal?.addEventListener('abort', giveUp, { once: true })
  try {
    return await exchange(request, ctx, control.signal)
  } catch (error) {
    if (error instanceof FeedError) throw error
    if (ctx.signal?.aborted) throw ctx.signal.reason
    if (control.signal.aborted) {
      throw new FeedError(feed, 'timeout', `${name} did not finish its answer for ${target} in ${ctx.timeoutMs} ms`)
    }
    if (error instanceof BodyTooLarge) {
      throw new FeedError(feed, 'not-the-format', `${name} answered ${error.message} for ${target}`)
    }
    throw brokenOff(feed, name, target, error)
  } finally {
    clearTimeout(clock)
    ctx.signal?.removeEventListener('abort', giveUp)
  }
}

/**
 * The body of a 2xx answer as text, checked to be of the expected kind (JSON parses; CSV is not a page), retried by `feedPolicies`.
 * Throws a FeedError for every failure of the feed; when the caller's signal aborts, that signal's reason.
 */
export function fetchText(request: FeedRequest, ctx: FeedContext): Promise<string> {
  return withRetry(ctx, async () => {
    await ctx.beforeRequest?.(request.target)
    return attempt(request, ctx)
  })
}

/** As `fetchText`, parsed. */
export async function fetchJson(request: FeedRequest, ctx: FeedContext): Promise<unknown> {
  return JSON.parse(await fetchText({ ...request, expect: 'json' }, ctx))
}
