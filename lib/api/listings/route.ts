import { createRoute } from '@hono/zod-openapi'
import { listingKind } from '@/lib/ingest/listingKind'
import { listingFields } from '@/lib/store/listing/schema'
import type { AddRoutes } from '../deps'
import { addEditable } from '../editable/route'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query, symbolPath } from '../parameters/schema'
import { badOrUnknown, badParameter } from '../problem/schema'
import { findListing } from './find'
import { listingSchema, listingsSchema } from './schema'
import { listingsView, listingView } from './view'

const list = createRoute({
  method: 'get',
  path: '/api/v1/listings',
  summary: 'Every listing with the state of its price series',
  request: { query: query({ asOf: asOfParameter }) },
  responses: {
    200: { description: 'In display order', content: { 'application/json': { schema: listingsSchema } } },
    ...badParameter,
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}',
  summary: 'One listing with the state of its price series',
  request: { params: symbolPath, query: query({ asOf: asOfParameter }) },
  responses: {
    200: { description: 'The listing', content: { 'application/json': { schema: listingSchema } } },
    ...badOrUnknown,
  },
})

/** `/listings` and `/listings/{symbol}`. */
export const addListings: AddRoutes = (api, deps) => {
  const { store, now } = deps
  api.openapi(list, async (c) => c.json(await listingsView(store, lookedAt(c.req.valid('query').asOf, now())), 200))
  api.openapi(one, async (c) => {
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    const view = await listingView(store, symbol, lookedAt(c.req.valid('query').asOf, now()))
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return c.json(view, 200)
  })
  addEditable(api, deps, {
    ...{ path: 'listings', name: 'Listing', kind: listingKind, fields: listingFields, example: '688256.SS' },
    optional: listingKind.optional,
    viewSchema: listingSchema,
    view: async (_, symbol) => {
      const view = await listingView(store, symbol, now())
      if (view === null) throw new Error(`${symbol} was deleted while it was changed`)
      return view
    },
  })
}
