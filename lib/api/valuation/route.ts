import { createRoute, z } from '@hono/zod-openapi'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import {
  asOfParameter,
  dateParameter,
  formatParameter,
  query,
  rangeError,
  rangeInOrder,
  symbolPath,
  wordParameter,
} from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { valuationTable } from './csv'
import { valuationSchema } from './schema'
import { valuationView } from './view'

const valuationQuery = query({
  from: dateParameter('First session wanted'),
  to: dateParameter('Last session wanted'),
  asOf: asOfParameter,
  currency: wordParameter(
    ['local', 'USD', 'CNY'],
    'Currency of the market cap; local leaves it in the listing’s',
  ).default('local'),
  format: formatParameter,
}).refine(rangeInOrder, rangeError)

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/valuation',
  summary: 'Trailing revenue, market cap and price to sales of a listing, as known at each close',
  request: { params: symbolPath, query: valuationQuery },
  responses: {
    200: {
      description: 'Ascending by settled session; a figure that cannot be had is null with its reason',
      content: { 'application/json': { schema: valuationSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/valuation`. */
export const addValuation: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { format, asOf, ...wanted } = c.req.valid('query')
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    const view = await valuationView(store, symbol, wanted, lookedAt(asOf, now()))
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return format === 'csv' ? respondCsv(c, [symbol, 'valuation'], valuationTable(view)) : c.json(view, 200)
  })
}
