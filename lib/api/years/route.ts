import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bases } from '@/lib/market/adjustment'
import { respondAnswer } from '../answers/respond'
import { barsSchema } from '../bars/schema'
import type { AddRoutes } from '../deps'
import { json } from '../json'
import { findListing } from '../listings/find'
import { query, symbolPath, wordParameter } from '../parameters/schema'
import { Problem } from '../problem/problem'
import { badOrUnknown } from '../problem/schema'
import { yearsSchema } from './schema'
import { settledYear, yearPath, yearsView } from './view'

const adjust = wordParameter(bases, 'As of the bars').default('raw')

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/years',
  summary: 'The years of a listing’s bars that can be kept for good, and where they are',
  request: { params: symbolPath, query: query({ adjust }) },
  responses: { 200: { description: 'Ascending', content: json(yearsSchema) }, ...badOrUnknown },
})

const yearRoute = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/bars/{year}',
  summary: 'A settled year of a listing’s bars',
  description:
    'With the version that it has now (`v`, of /listings/{symbol}/years) it is immutable: any cache may keep it for a year without asking again. A corrected bar, or for other bases than raw a later action, gives the year another version and so another address, to which the former ones lead.',
  request: {
    params: symbolPath.extend({
      year: z
        .string()
        .regex(/^(19|20)\d\d$/, { error: 'expected a year such as 2025' })
        .transform(Number)
        .openapi({ type: 'integer', example: 2025 }),
    }),
    query: query({ v: z.string().max(60).optional().openapi({ description: 'The version' }), adjust }),
  },
  responses: {
    200: { description: 'As /listings/{symbol}/bars from its first to its last day', content: json(barsSchema) },
    302: { description: 'It has another version; Location is its address' },
    ...badOrUnknown,
  },
})

const aYear = 31_536_000

/** For good: for everybody where everybody may read, else for who has asked. */
function immutable(c: Context): string {
  return `${c.get('caller').via === 'nobody' ? 'public' : 'private'}, max-age=${aYear}, immutable`
}

/** `/listings/{symbol}/years` and `/listings/{symbol}/bars/{year}`. */
export const addYears: AddRoutes = (api, { store, now }) => {
  api.openapi(listRoute, async (c) => {
    const listing = await findListing(store, c.req.valid('param').symbol)
    return c.json(await yearsView(store, listing, c.req.valid('query').adjust, now()), 200)
  })
  api.openapi(yearRoute, async (c) => {
    const { symbol, year } = c.req.valid('param')
    const { v, adjust: basis } = c.req.valid('query')
    const found = await settledYear(store, await findListing(store, symbol), { year, adjust: basis }, now())
    if (found === null) {
      const all = `/api/v1/listings/${encodeURIComponent(symbol)}/years`
      throw new Problem('unknown-thing', `${symbol} has no settled year ${year}; ${all} lists those it has`)
    }
    const { answer } = found
    if (v !== undefined && v !== answer.digest) return c.redirect(yearPath(symbol, year, basis, answer.digest), 302)
    const headers: Record<string, string> = v === undefined ? {} : { 'Cache-Control': immutable(c) }
    return respondAnswer(c, answer, { name: answer.digest, headers })
  })
}
