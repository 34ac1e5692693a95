import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { query, symbolPath } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { missingSchema } from './schema'
import { missingView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/missing',
  summary: 'Sessions of the exchange that a listing has no bar of, and why',
  request: { params: symbolPath, query: query({}) },
  responses: {
    200: { description: 'Ascending by session', content: { 'application/json': { schema: missingSchema } } },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/missing`. */
export const addMissing: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    const view = await missingView(store, symbol, now())
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return c.json(view, 200)
  })
}
