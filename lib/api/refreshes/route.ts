import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query, symbolPath } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { refreshesSchema } from './schema'
import { refreshesView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/refreshes',
  summary: 'What the feeds of a listing answered last, and which of them brought which sessions',
  request: { params: symbolPath, query: query({ asOf: asOfParameter }) },
  responses: {
    200: {
      description: 'By what is asked for, in the order the feeds are asked',
      content: { 'application/json': { schema: refreshesSchema } },
    },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/refreshes`. */
export const addRefreshes: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    const view = await refreshesView(store, symbol, lookedAt(c.req.valid('query').asOf, now()))
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return c.json(view, 200)
  })
}
