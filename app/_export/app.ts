import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { parse } from 'hono/utils/cookie'
import { type Query, queryValue } from '@/app/_ui/url'
import { type CsvTable, csvText, fileName } from '@/lib/api/csv/csv'
import { type Language, languageCookie, languageHeader, languageNamed, languageOf, languages } from '@/lib/api/language'
import { addMiddleware } from '@/lib/api/middleware'
import { onError } from '@/lib/api/problem/onError'
import { Problem } from '@/lib/api/problem/problem'
import { jsonOf, withHead } from './head'
import { refuse, wordProblems } from './problems'
import type { OpenView } from './view'
import { viewAt } from './views'

const ends = /\.(csv|json)$/
const contentType = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** The query as a page gets it. */
function queryOf(c: Context): Query {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  )
}

function languageAt(c: Context): Language {
  return (
    languageNamed(c.req.header(languageHeader)) ??
    languageOf({
      asked: c.req.query('lang'),
      chosen: parse(c.req.header('cookie') ?? '', languageCookie)[languageCookie],
      accepted: c.req.header('accept-language'),
    })
  )
}

/** The table asked for, else the first one. */
function tableOf({ tables }: OpenView, query: Query): string {
  const names = Object.keys(tables)
  refuse(wordProblems(query, 'table', names))
  return queryValue(query, 'table') ?? names[0] ?? ''
}

export interface ExportDeps {
  /** Scheme, host and port under which a request’s site is read. */
  readonly originOf: (request: Request) => string
  readonly now: () => Date
}

/** Answers `/compare.csv?…` and the like: the data of a page, read by the loader of that page. */
export function createExport({ originOf, now }: ExportDeps): OpenAPIHono {
  const app = new OpenAPIHono()
  app.onError(onError)
  addMiddleware(app)
  app.get('*', async (c) => {
    const path = decodeURIComponent(new URL(c.req.url).pathname)
    const format = ends.exec(path)?.[1] as 'csv' | 'json' | undefined
    const view = format && viewAt(path.slice(0, -format.length - 1))
    if (!format || !view) throw new Problem('unknown-path', `There is no view at ${path.slice(0, 100)}`)
    const [query, language, moment] = [queryOf(c), languageAt(c), now()]
    refuse(wordProblems(query, 'lang', languages))
    const open = await view.open({ query, language, now: moment }, ...view.names)
    refuse(open.problems)
    const table = tableOf(open, query)
    const made = open.tables[table]
    if (!made) throw new Error(`The view ${open.path} has no table`)
    const whole: CsvTable = withHead(open, await made(), { origin: originOf(c.req.raw), query, now: moment, table })
    const file = fileName(['tidemark', ...open.name, ...(table === Object.keys(open.tables)[0] ? [] : [table])], format)
    return c.body(format === 'csv' ? csvText(whole) : jsonOf(whole), 200, {
      'Content-Type': contentType[format],
      'Content-Disposition': `inline; filename="${file}"`,
      'Content-Language': language,
      Vary: 'Accept-Language, Cookie',
    })
  })
  return app
}
