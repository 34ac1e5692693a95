import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { filingsSchema } from './schema'
import { filingsView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/filings',
  summary: 'Quarterly figures that are expected and not stored yet',
  description: 'No company announces these days here: each is told from when the same quarter was known the last time.',
  request: { query: query({ asOf: asOfParameter }) },
  responses: {
    200: { description: 'Ascending by the day', content: { 'application/json': { schema: filingsSchema } } },
    ...badParameter,
  },
})

/** `/filings`. */
export const addFilings: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => c.json(await filingsView(store, lookedAt(c.req.valid('query').asOf, now())), 200))
}
