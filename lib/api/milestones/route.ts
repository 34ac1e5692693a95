import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { milestonesSchema } from './schema'
import { milestonesView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/milestones',
  summary: 'Promised products, their windows and where they stand today',
  request: { query: query({ asOf: asOfParameter }) },
  responses: {
    200: { description: 'In display order', content: { 'application/json': { schema: milestonesSchema } } },
    ...badParameter,
  },
})

/** `/milestones`. */
export const addMilestones: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => c.json(await milestonesView(store, lookedAt(c.req.valid('query').asOf, now())), 200))
}
