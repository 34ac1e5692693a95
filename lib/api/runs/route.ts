import { createRoute, z } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { runsSchema } from './schema'
import { runsView } from './view'

const most = 200
const wrong = { error: `expected a whole number from 1 to ${most}` }

const route = createRoute({
  method: 'get',
  path: '/api/v1/runs',
  summary: 'The newest refreshes with every attempt',
  request: {
    query: query({
      limit: z
        .string(wrong)
        .regex(/^\d{1,3}$/, wrong)
        .transform(Number)
        .refine((limit) => limit >= 1 && limit <= most, wrong)
        .default(50)
        .openapi({
          type: 'integer',
          minimum: 1,
          maximum: most,
          default: 50,
          description: 'How many, the newest first',
        }),
    }),
  },
  responses: {
    200: { description: 'The newest first', content: { 'application/json': { schema: runsSchema } } },
    ...badParameter,
  },
})

/** `/runs`. */
export const addRuns: AddRoutes = (api, { store }) => {
  api.openapi(route, async (c) => c.json(await runsView(store, c.req.valid('query')), 200))
}
