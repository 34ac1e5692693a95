import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Identify } from '@/lib/access/caller'
import { isReadersPage } from './view'

/** Why a page is not shown: where to sign in, or a refusal of what is no page for a reader. */
export type PageRefusal =
  | { readonly to: string }
  | { readonly status: 401 | 429; readonly title: string; readonly detail: string; readonly retryAfter?: number }

/** What is shown to everybody also where reading needs a sign-in: the ways in, and the files that pages are made of. */
const openPaths =
  /^\/(sign-in|setup|invite|reset|_next\/static\/.*|han-blank\.woff|icon\.svg|favicon\.ico|robots\.txt)$/

/** The path as the pages will read it: dots resolved, escapes undone. (The door has refused what cannot be read.) */
function pathOf(url: string): string {
  return decodeURIComponent(new URL(`http://pages${url}`).pathname)
}

/** Whether a path is shown to everybody. One that still climbs, or hides a slash in an escape, is not. */
function isOpen(path: string): boolean {
  return openPaths.test(path) && !/\.\.|\\|%/.test(path)
}

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

/** Whether whoever sends a request may read. */
export async function mayRead(identify: Identify, request: IncomingMessage, now: Date): Promise<boolean> {
  const headers = new Headers()
  for (const name of ['authorization', 'cookie'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  const { scopes } = await identify({ headers }, now)
  return scopes.includes('read')
}

/** Decides whether the pages are asked at all. Costs no query for a page that everybody may read. */
export function pageGate({ identify, publicReading, takeFile, now }: GateParts) {
  return async (request: IncomingMessage, address: string | null): Promise<PageRefusal | null> => {
    const url = request.url ?? '/'
    const path = pathOf(url)
    if (isFile(path)) {
      const retryAfter = await takeFile(address)
      if (retryAfter !== null) {
        return { status: 429, title: 'Too many requests', detail: `Come back in ${retryAfter} s`, retryAfter }
      }
    }
    if (publicReading || isOpen(path)) return null
    if (await mayRead(identify, request, now())) return null
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
