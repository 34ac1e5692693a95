import { createRoute, z } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, countParameter, dateParameter, query, rangeError, rangeInOrder } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { findRule } from '../rules/find'
import { signalsSchema } from './schema'
import { signalsView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/signals',
  summary: 'What the rules found, each with its figures',
  request: {
    query: query({
      listing: z.string().max(100).optional().openapi({ description: 'Only of this symbol', example: '688256.SS' }),
      rule: z
        .string()
        .max(100)
        .optional()
        .openapi({ description: 'Only of the rule of this slug', example: 'abnormal-return' }),
      from: dateParameter('First day (UTC) on which it could be known'),
      to: dateParameter('Last day'),
      asOf: asOfParameter,
      page: countParameter(1, 100_000, 1, 'Which page, from 1'),
      limit: countParameter(1, 500, 50, 'Signals a page'),
    }).refine(rangeInOrder, rangeError),
  },
  responses: {
    200: { description: 'The one known latest first', content: { 'application/json': { schema: signalsSchema } } },
    ...badOrUnknown,
  },
})

/** `/signals`. */
export const addSignals: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { listing, rule, from, to, asOf, page, limit } = c.req.valid('query')
    if (listing !== undefined) await findListing(store, listing, 'listing')
    if (rule !== undefined) await findRule(store, rule, 'rule')
    const filter = {
      ...(listing === undefined ? {} : { listing }),
      ...(rule === undefined ? {} : { rule }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      asOf: lookedAt(asOf, now()),
    }
    return c.json(await signalsView(store, filter, { page, limit }), 200)
  })
}
