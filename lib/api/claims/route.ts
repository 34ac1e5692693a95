import { createRoute, z } from '@hono/zod-openapi'
import { claimVerdicts } from '@/lib/studies/claims/result'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, formatParameter, query, wordParameter } from '../parameters/schema'
import { badOrUnknown, badParameter } from '../problem/schema'
import { claimTable } from './csv'
import { unknownClaim } from './find'
import { claimsSchema, judgedClaimSchema } from './schema'
import { claimsView, claimView } from './view'

const list = createRoute({
  method: 'get',
  path: '/api/v1/claims',
  summary: 'The article’s statements with their verdicts',
  request: {
    query: query({
      verdict: wordParameter(claimVerdicts, 'Only claims of this verdict').optional(),
      asOf: asOfParameter,
    }),
  },
  responses: {
    200: { description: 'In display order', content: { 'application/json': { schema: claimsSchema } } },
    ...badParameter,
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/claims/{slug}',
  summary: 'One statement with everything its verdict rests on',
  request: {
    params: z.strictObject({ slug: z.string().openapi({ example: 'cambricon-half-year-growth' }) }),
    query: query({ asOf: asOfParameter, format: formatParameter }),
  },
  responses: {
    200: {
      description: 'The claim, judged with what was known when it was stated',
      content: { 'application/json': { schema: judgedClaimSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/claims` and `/claims/{slug}`. */
export const addClaims: AddRoutes = (api, { store, now }) => {
  api.openapi(list, async (c) => {
    const { asOf, verdict } = c.req.valid('query')
    return c.json(await claimsView(store, lookedAt(asOf, now()), { verdict }), 200)
  })
  api.openapi(one, async (c) => {
    const { slug } = c.req.valid('param')
    const { asOf, format } = c.req.valid('query')
    const moment = lookedAt(asOf, now())
    const view = await claimView(store, slug, moment)
    if (view === null) throw await unknownClaim(store, slug, moment)
    return format === 'csv' ? respondCsv(c, ['claim', slug], claimTable(view)) : c.json(view, 200)
  })
}
