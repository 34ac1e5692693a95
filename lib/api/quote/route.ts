import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query, symbolPath } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { quoteSchema } from './schema'
import { quoteView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/quote',
  summary: 'The newest live price of a listing, its age in market time, and what the exchange does; kept for some days',
  request: { params: symbolPath, query: query({ asOf: asOfParameter }) },
  responses: {
    200: { description: 'The live price', content: { 'application/json': { schema: quoteSchema } } },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/quote`. */
export const addQuote: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const listing = await findListing(store, c.req.valid('param').symbol)
    return c.json(await quoteView(store, listing, lookedAt(c.req.valid('query').asOf, now())), 200)
  })
}
