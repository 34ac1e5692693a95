import { z } from 'zod'
import { fetchJson } from '../shared/http'
import { shortJson } from '../shared/json'
import { inShape } from '../shared/shape'
import { type FeedContext, FeedError } from '../types'
import { eastmoneyData } from './info'

const { id, name } = eastmoneyData

/** 50 reports a page are twelve years, so a company has three pages at most. */
const pageSize = 50
const mostPages = 10

const failure = z.object({ success: z.literal(false), code: z.number(), message: z.string().nullish() })
const answer = z.object({
  success: z.literal(true),
  result: z.object({ pages: z.number().int().min(0), data: z.array(z.unknown()) }),
})

/** All report rows of one company, as they came. */
export interface RawReports {
  readonly code: string
  readonly rows: readonly unknown[]
  readonly fetchedAt: Date
}

/** Its failures come with HTTP 200 and a code of their own: 9201 nothing found, 9501 a report or field it does not know, 9701 busy. */
function eastmoneySays(target: string, body: string): FeedError | null {
  const parsed = failure.safeParse(shortJson(body))
  if (!parsed.success) return null
  const { code, message } = parsed.data
  const said = `code ${code}${message ? `, "${message.slice(0, 100)}"` : ''}`
  if (code === 9201) return new FeedError(id, 'empty', `${name} has no ${target} (${said})`)
  if (code === 9701) return new FeedError(id, 'rate-limited', `${name} is too busy for ${target} (${said})`)
  return new FeedError(id, 'not-the-format', `${name} did not understand the request for ${target} (${said})`)
}

async function fetchPage(code: string, page: number, ctx: FeedContext): Promise<z.output<typeof answer>['result']> {
  const target = `reports of ${code}`
  const query = new URLSearchParams({
    reportName: 'RPT_LICO_FN_CPD',
    columns: 'ALL',
    filter: `(SECURITY_CODE="${code}")`,
    sortColumns: 'REPORTDATE',
    sortTypes: '-1',
    pageSize: String(pageSize),
    pageNumber: String(page),
  })
  const url = `https://datacenter-web.eastmoney.com/api/data/v1/get?${query}`
  const recognise = (_status: number, body: string) => eastmoneySays(target, body)
  const body = await fetchJson({ feed: id, name, target, url, expect: 'json', recognise }, ctx)
  return inShape(answer, body, id, name, target).result
}

/**
 * Every report row of a company by its six-digit code, newest first, over all pages. Throws FeedError: `unknown-symbol` for what is no
 * such code, `empty` when nothing is found.
 */
export async function fetchReports(code: string, ctx: FeedContext): Promise<RawReports> {
  if (!/^\d{6}$/.test(code)) {
    throw new FeedError(id, 'unknown-symbol', `"${code}" is not a Chinese security code of six digits such as 688256`)
  }
  const rows: unknown[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const result = await fetchPage(code, page, ctx)
    rows.push(...result.data)
    pages = result.pages
    if (pages > mostPages) {
      throw new FeedError(
        id,
        'not-the-format',
        `${name} offers ${pages} pages of reports of ${code}, too many to be true`,
      )
    }
  }
  return { code, rows, fetchedAt: ctx.now() }
}
