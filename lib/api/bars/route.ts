import { createRoute, z } from '@hono/zod-openapi'
import { bases } from '@/lib/market/adjustment'
import { openDoor, respondAnswer } from '../answers/respond'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { findListing, symbolForm } from '../listings/find'
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
import { barsAnswer, knownBars } from './answer'
import { barsTable } from './csv'
import { barsSchema } from './schema'
import { barsView } from './view'

const pointsExpected = { error: 'expected a whole number from 2 to 10000' }
const pointsParameter = z
  .string(pointsExpected)
  .regex(/^\d{1,5}$/, pointsExpected)
  .transform(Number)
  .refine((points) => points >= 2 && points <= 10_000, pointsExpected)
  .optional()
  .openapi({
    ...{ type: 'integer', minimum: 2, maximum: 10_000, example: 200 },
    description: 'At most so many bars: more sessions are put together in as many parts, no price invented',
  })

const barsQuery = query({
  from: dateParameter('First session wanted'),
  to: dateParameter('Last session wanted'),
  adjust: wordParameter(
    bases,
    'raw: as traded. split: comparable across splits. total: across cash dividends as well, with a note when they are not known',
  ).default('raw'),
  points: pointsParameter,
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
    const { symbol } = c.req.valid('param')
    const at = lookedAt(asOf, now())
    const answer = symbolForm.test(symbol) ? await barsAnswer(store, symbol, wanted, at) : null
    if (answer === null) {
      await findListing(store, symbol)
      throw new Error(`${symbol} was deleted while it was read`)
    }
    if (format === 'json') {
      openDoor(c, store, route.path, (moment, told) =>
        knownBars(store, symbol, wanted, { at: lookedAt(asOf, moment), now: moment, told }),
      )
      return respondAnswer(c, answer)
    }
    const view = await barsView(store, symbol, wanted, at)
    if (view === null) throw new Error(`${symbol} was deleted while it was read`)
    return respondCsv(c, [symbol, 'bars', wanted.adjust], barsTable(view))
  })
}
