import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { scheduleSchema } from './schema'
import { scheduleView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/schedule',
  summary: 'The scheduled refreshes: when each is due next, and how its last run went',
  request: { query: query({}) },
  responses: {
    200: { description: 'In their order', content: { 'application/json': { schema: scheduleSchema } } },
    ...badParameter,
  },
})

/** `/schedule`. */
export const addSchedule: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => c.json(await scheduleView(store, now()), 200))
}
