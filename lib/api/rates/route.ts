import { createRoute, z } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { dateParameter, query, rangeError, rangeInOrder } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { ratesSchema } from './schema'
import { ratesView } from './view'

const currency = (example: string) => {
  const wrong = { error: `expected a currency’s three letters such as ${example}` }
  return z
    .string(wrong)
    .regex(/^[A-Z]{3}$/, wrong)
    .openapi({ example })
}

const route = createRoute({
  method: 'get',
  path: '/api/v1/rates',
  summary: 'Reference rates of one currency in another',
  request: {
    query: query({
      base: currency('USD'),
      quote: currency('CNY'),
      from: dateParameter('First date wanted'),
      to: dateParameter('Last date wanted'),
    }).refine(rangeInOrder, rangeError),
  },
  responses: {
    200: { description: 'Ascending by date', content: { 'application/json': { schema: ratesSchema } } },
    ...badParameter,
  },
})

/** `/rates`. */
export const addRates: AddRoutes = (api, { store }) => {
  api.openapi(route, async (c) => c.json(await ratesView(store, c.req.valid('query')), 200))
}
