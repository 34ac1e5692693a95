import { createRoute, z } from '@hono/zod-openapi'
import { bases } from '@/lib/market/adjustment'
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
import { barsTable } from './csv'
import { barsSchema } from './schema'
import { barsView } from './view'

const barsQuery = query({
  from: dateParameter('First session wanted'),
  to: dateParameter('Last session wanted'),
  adjust: wordParameter(
    bases,
    'raw: as traded. split: comparable across splits. total: across cash dividends as well, with a note when they are not known',
  ).default('raw'),
  asOf: asOfParameter,
  format: formatParameter,
}).refine(rangeInOrder, rangeError)

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/bars',
  summary: 'Daily bars of a listing',
  request: { params: symbolPath, query: barsQuery },
  responses: {
    200: {
      description: 'Ascending by session',
      content: { 'application/json': { schema: barsSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/bars`. */
export const addBars: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { format, asOf, ...wanted } = c.req.valid('query')
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    const view = await barsView(store, symbol, wanted, lookedAt(asOf, now()))
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return format === 'csv' ? respondCsv(c, [symbol, 'bars', wanted.adjust], barsTable(view)) : c.json(view, 200)
  })
}
