import { createRoute, z } from '@hono/zod-openapi'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, formatParameter, query, symbolPath } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { revenueTable } from './csv'
import { revenueSchema } from './schema'
import { revenueView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/revenue',
  summary: 'Quarterly revenue of the company behind a listing',
  request: { params: symbolPath, query: query({ asOf: asOfParameter, format: formatParameter }) },
  responses: {
    200: {
      description: 'Ascending by end of period; empty when none is stored',
      content: { 'application/json': { schema: revenueSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/revenue`. */
export const addRevenue: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    const view = await revenueView(store, symbol, lookedAt(c.req.valid('query').asOf, now()))
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return c.req.valid('query').format === 'csv'
      ? respondCsv(c, [symbol, 'revenue'], revenueTable(view))
      : c.json(view, 200)
  })
}
