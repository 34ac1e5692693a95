import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'hono/utils/cookie'
import { languageCookie, languageHeader, languageNamed, languageOf } from '@/lib/api/language'
import { isReadersPage } from './view'

const yearSeconds = 31_536_000

/**
 * Tells the pages the language of a request in a header that no client can set, because a layout of Next sees no query. A language that the URL asks for
 * is kept in the reader's cookie, so that the links on from there stay in it.
 */
export function setPageLanguage(request: IncomingMessage, response: ServerResponse): void {
  const [, query = ''] = (request.url ?? '').split('?', 2)
  const asked = languageNamed(new URLSearchParams(query).get('lang'))
  const chosen = languageNamed(parse(request.headers.cookie ?? '', languageCookie)[languageCookie])
  request.headers[languageHeader] = languageOf({ asked, chosen, accepted: request.headers['accept-language'] })
  if (asked !== null && asked !== chosen && isReadersPage(request.url ?? '')) {
    response.setHeader('Set-Cookie', `${languageCookie}=${asked}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`)
  }
  response.appendHeader('Vary', 'Accept-Language, Cookie')
}
