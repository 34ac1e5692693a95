import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identify } from '@/lib/access/caller'
import { isReadersPage } from './view'

/** Why a page is not shown: where to sign in, or a refusal of what is no page for a reader. */
export type PageRefusal =
  | { readonly to: string }
  | { readonly status: 401 | 429; readonly title: string; readonly detail: string; readonly retryAfter?: number }

/** What is shown to everybody also where reading needs a sign-in: the ways in, and the files that pages are made of. */
const openPaths = /^\/(sign-in|setup|invite|reset|_next\/static\/.*|icon\.svg|favicon\.ico|robots\.txt)$/

/** Files of a view: its data or its picture. */
function isFile(path: string): boolean {
  return /\.(csv|json|png)$/.test(path) && !path.startsWith('/_next/')
}

export interface GateParts {
  readonly identify: Identify
  /** Whether nobody may read. */
  readonly publicReading: boolean
  /** Takes a file out of the client's bucket; null, or the seconds after which there is one. */
  takeFile(address: string | null): Promise<number | null>
  readonly now: () => Date
}

/** Decides whether the pages are asked at all. Costs no query for a page that everybody may read. */
export function pageGate({ identify, publicReading, takeFile, now }: GateParts) {
  return async (request: IncomingMessage, address: string | null): Promise<PageRefusal | null> => {
    const url = request.url ?? '/'
    const path = url.split('?', 1)[0] ?? '/'
    if (isFile(path)) {
      const retryAfter = await takeFile(address)
      if (retryAfter !== null) {
        return { status: 429, title: 'Too many requests', detail: `Come back in ${retryAfter} s`, retryAfter }
      }
    }
    if (publicReading || openPaths.test(path)) return null
    const headers = new Headers()
    for (const name of ['authorization', 'cookie'] as const) {
      const value = request.headers[name]
      if (value !== undefined) headers.set(name, value)
    }
    const { scopes } = await identify({ headers }, now())
    if (scopes.includes('read')) return null
    return isReadersPage(url)
      ? { to: `/sign-in?next=${encodeURIComponent(url)}` }
      : { status: 401, title: 'Sign in first', detail: 'Reading needs somebody who is signed in, or a key' }
  }
}

/** Answers with what the gate decided. */
export function refusePage(response: ServerResponse, refusal: PageRefusal): void {
  if ('to' in refusal) {
    response.writeHead(302, { Location: refusal.to, 'Cache-Control': 'no-store' }).end()
    return
  }
  const { retryAfter, ...rest } = refusal
  const body = JSON.stringify({ type: 'about:blank', ...rest })
  response.writeHead(refusal.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(refusal.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
  })
  response.end(body)
}
