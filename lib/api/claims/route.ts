import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { claimsSchema } from './schema'
import { claimsView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/claims',
  summary: 'The article’s statements with their verdicts',
  request: { query: query({}) },
  responses: {
    200: { description: 'In display order', content: { 'application/json': { schema: claimsSchema } } },
    ...badParameter,
  },
})

/** `/claims`. */
export const addClaims: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => c.json(await claimsView(store, now()), 200))
}
