import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { query, symbolPath } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { actionsSchema } from './schema'
import { actionsView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/actions',
  summary: 'Known splits and cash dividends of a listing',
  request: { params: symbolPath, query: query({}) },
  responses: {
    200: { description: 'Ascending by ex-date', content: { 'application/json': { schema: actionsSchema } } },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/actions`. */
export const addActions: AddRoutes = (api, { store }) => {
  api.openapi(route, async (c) => {
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    return c.json((await actionsView(store, symbol)) ?? { items: [] }, 200)
  })
}
