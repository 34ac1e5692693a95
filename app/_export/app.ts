import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { parse } from 'hono/utils/cookie'
import { Busy } from '@/app/_picture/limit'
import { type Query, queryValue } from '@/app/_ui/url'
import { type Language, languageCookie, languageHeader, languageNamed, languageOf, languages } from '@/lib/api/language'
import { addMiddleware } from '@/lib/api/middleware'
import { onError } from '@/lib/api/problem/onError'
import { Problem } from '@/lib/api/problem/problem'
import { respondProblem } from '@/lib/api/problem/respond'
import { type Asked, type Format, formats, pictureAnswer, tableAnswer } from './answer'
import { refuse, wordProblems } from './problems'
import { viewAt } from './views'

const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
}

/** The query as a page gets it. */
function queryOf(c: Context): Query {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  )
}

/** The language as the web server found it; without one in front, by the same rule. */
function languageAt(c: Context): Language {
  const chosen = parse(c.req.header('cookie') ?? '', languageCookie)[languageCookie]
  return (
    languageNamed(c.req.header(languageHeader)) ??
    languageOf({ asked: c.req.query('lang'), chosen, accepted: c.req.header('accept-language') })
  )
}

/** The decoded path of a view and the form it is wanted in; null for what cannot be one. */
function pathAndFormat(url: string): { path: string; format: Format } | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname)
    const format = formats.find((one) => path.endsWith(`.${one}`))
    return format ? { path: path.slice(0, -format.length - 1), format } : null
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

export interface ExportDeps {
  /** Scheme, host and port under which a request’s site is read. */
  readonly originOf: (request: Request) => string
  readonly now: () => Date
}

/** Answers `/compare.csv?…` and the like: the data or the picture of a page, read by the loader of that page. */
export function createExport({ originOf, now }: ExportDeps): OpenAPIHono {
  const app = new OpenAPIHono()
  app.onError((error, c) =>
    error instanceof Busy
      ? respondProblem(c, new Problem('busy', error.message), { 'Retry-After': '2' })
      : onError(error, c),
  )
  addMiddleware(app)
  app.get('*', async (c) => {
    const wanted = pathAndFormat(c.req.url)
    const view = wanted && viewAt(wanted.path)
    if (!view) throw new Problem('unknown-path', `There is no view at ${c.req.path.slice(0, 100)}`)
    const [query, language] = [queryOf(c), languageAt(c)]
    if (languageNamed(queryValue(query, 'lang') ?? languages[0]) === null)
      refuse(wordProblems(query, 'lang', languages))
    const asked: Asked = { ...view, path: wanted.path, query, language, now: now(), origin: originOf(c.req.raw) }
    const { body, file } = await (wanted.format === 'png' ? pictureAnswer(asked) : tableAnswer(asked, wanted.format))
    return c.body(body, 200, {
      'Content-Type': contentTypes[wanted.format],
      'Content-Disposition': `inline; filename="${file}"`,
      'Content-Language': language,
      Vary: 'Accept-Language, Cookie',
    })
  })
  return app
}
