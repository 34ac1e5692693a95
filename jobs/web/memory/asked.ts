import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { parse } from 'hono/utils/cookie'
import { claimsAccount } from '@/lib/access/cookie'
import { displayOf, risingCookie, themeCookie } from '@/lib/api/display'
import { languageHeader } from '@/lib/api/language'
import { viewHeader } from '@/lib/api/view'

/** A request for a page without anything that is not in its key: who sends it, and what else a client may say. */
export interface AskedPage {
  /** The same for all who get the same page. */
  readonly key: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/** What everybody may read. The ways in, the pages of members, files and whatever is not known stay out: they are for one reader, or spend a token. */
const publicPaths =
  /^\/(?:(?:claims|compare|data|docs|embed|events|gallery|listings|milestones|roadmap|search|signals|studies)(?:\/|$)|$)/
const file = /\.(csv|json|png)$/

/** What Next's own router sends when it asks for a part of a page instead of all of it. */
const routerHeaders = [
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
] as const

/**
 * What a request asks the pages for, when the answer may be the same for everybody: a public page, read by nobody in particular; null for every other request. Its headers
 * are those that pages read, made anew, so that an answer can depend on nothing else. `request` is as the server has it when it would hand it to the pages.
 */
export function askedPage({ method, url = '/', headers }: IncomingMessage): AskedPage | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  const path = url.split('?', 1)[0] ?? ''
  if (!publicPaths.test(path) || file.test(path)) return null
  if (claimsAccount(headers)) return null
  const { cookie = '', host } = headers
  const { theme, rising } = displayOf((name) => parse(cookie, name)[name])
  const asked: IncomingHttpHeaders = {
    host,
    cookie: `${themeCookie}=${theme}; ${risingCookie}=${rising}`,
    [languageHeader]: headers[languageHeader],
    [viewHeader]: headers[viewHeader],
  }
  if (headers.rsc !== undefined) {
    asked.rsc = headers.rsc
    for (const name of routerHeaders) if (headers[name] !== undefined) asked[name] = headers[name]
  }
  return { key: JSON.stringify([url, asked]), url, headers: asked }
}
