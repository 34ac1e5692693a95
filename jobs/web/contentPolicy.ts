import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InlineHashes } from './memory/inline'

/** The hash of the one style element that lightweight-charts 5.2.1 writes for its logo. */
const chartLogoStyle = "'sha256-3pRED1tOXas1FXFoPb9TGCjmYe9XQsmO9OV23khV2nY='"

/** A new number used once: 16 random bytes in base64. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/** Whether a request's path (with or without a query) belongs to the pages that others may show within theirs. */
export function isEmbedPath(url: string): boolean {
  return /^\/embed(\/|$)/.test(url.split('?', 1)[0] ?? '')
}

function policyOf(
  scripts: string,
  styles: string,
  { connect = "'self'", ancestors = [] as readonly string[] },
): string {
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(' ')}`,
  ].join('; ')
}

/**
 * The Content-Security-Policy of a page: scripts and styles only of our own or with `nonce`, nothing from elsewhere, no frames. `ancestors` are the origins whose pages may
 * show it within theirs. `dev` adds what Next's development mode needs (eval, styles put in by scripts, its web socket).
 */
export function contentPolicy(nonce: string, dev: boolean, ancestors: readonly string[] = []): string {
  const once = `'nonce-${nonce}'`
  const scripts = ` ${once} 'strict-dynamic'`
  return dev
    ? policyOf(`${scripts} 'unsafe-eval'`, " 'unsafe-inline'", { connect: "'self' ws:", ancestors })
    : policyOf(scripts, ` ${once} ${chartLogoStyle}`, { ancestors })
}

/** The same for a page that many are sent: what it has inline is allowed by its hashes. Scripts of ours that scripts put in are found by their origin, without `strict-dynamic`. */
export function hashedPolicy({ scripts, styles }: InlineHashes, ancestors: readonly string[] = []): string {
  const listed = (hashes: readonly string[]) => hashes.map((hash) => ` ${hash}`).join('')
  return policyOf(listed(scripts), listed([...styles, chartLogoStyle]), { ancestors })
}

const yearSeconds = 31_536_000

/** Sets the headers that every answer has, the API's too. `https`: browsers are to come back by TLS only, for a year. */
export function setCommonHeaders(response: ServerResponse, https: boolean): void {
  if (https) response.setHeader('Strict-Transport-Security', `max-age=${yearSeconds}`)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
}

/** Sets the headers of an answer of the API: data, that a browser shows to nobody as a page. */
export function setApiHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
}

/**
 * Sets the headers of a page. Next reads the nonce for its own scripts from the policy in the *request*, so it is put there as well, in
 * place of whatever the client sent.
 */
export function setPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { dev, embedOrigins }: { readonly dev: boolean; readonly embedOrigins: readonly string[] },
): void {
  const ancestors = isEmbedPath(request.url ?? '') ? embedOrigins : []
  const policy = contentPolicy(newNonce(), dev, ancestors)
  delete request.headers['content-security-policy-report-only']
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  // It knows no list of origins: where there is one, the policy alone decides.
  if (ancestors.length === 0) response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
}
