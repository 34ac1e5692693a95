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
} from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { indicatorsTable } from './csv'
import { indicatorParameters } from './parameters'
import { indicatorsSchema } from './schema'
import { indicatorsView } from './view'

const indicatorsQuery = query({
  ...indicatorParameters,
  against: z.string().optional().openapi({
    description: 'Symbol the correlation is with; the other side of the argument, else the benchmark, when absent',
    example: 'NVDA',
  }),
  from: dateParameter('First session wanted'),
  to: dateParameter('Last session wanted'),
  asOf: asOfParameter,
  format: formatParameter,
}).refine(rangeInOrder, rangeError)

const route = createRoute({
  method: 'get',
  path: '/api/v1/listings/{symbol}/indicators',
  summary: 'Drawdown, realised volatility, rolling beta and rolling correlation of a listing',
  request: { params: symbolPath, query: indicatorsQuery },
  responses: {
    200: {
      description: 'Ascending by settled session; a column that cannot be had is empty with its reason in meta',
      content: { 'application/json': { schema: indicatorsSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/listings/{symbol}/indicators`. */
export const addIndicators: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { format, asOf, ...wanted } = c.req.valid('query')
    const { symbol } = await findListing(store, c.req.valid('param').symbol)
    const view = await indicatorsView(store, symbol, wanted, lookedAt(asOf, now()))
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return format === 'csv' ? respondCsv(c, [symbol, 'indicators'], indicatorsTable(view)) : c.json(view, 200)
  })
}
