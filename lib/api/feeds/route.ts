import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { feedsSchema } from './schema'
import { feedsView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/feeds',
  summary: 'The public feeds and what they did lately',
  request: { query: query({}) },
  responses: {
    200: { description: 'In the order they are asked', content: { 'application/json': { schema: feedsSchema } } },
    ...badParameter,
  },
})

/** `/feeds`. */
export const addFeeds: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => c.json(await feedsView(store, now()), 200))
}
