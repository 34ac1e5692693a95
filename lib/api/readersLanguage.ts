import type { Context } from 'hono'
import { parse } from 'hono/utils/cookie'
import { type Language, languageCookie, languageOf } from './language'

/** The language of an answer that nobody asked for in one: what its reader chose on the pages, else what the browser accepts. Says so to caches. */
export function readersLanguage(c: Context): Language {
  c.header('Vary', 'Accept-Language, Cookie', { append: true })
  const chosen = parse(c.req.header('cookie') ?? '', languageCookie)[languageCookie]
  return languageOf({ chosen, accepted: c.req.header('accept-language') })
}
