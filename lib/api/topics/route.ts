import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { topicsSchema } from './schema'
import { topicsView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/topics',
  summary: 'Companies, chips, clusters and number formats',
  request: { query: query({}) },
  responses: {
    200: { description: 'All of them', content: { 'application/json': { schema: topicsSchema } } },
    ...badParameter,
  },
})

/** `/topics`. */
export const addTopics: AddRoutes = (api, { store }) => {
  api.openapi(route, async (c) => c.json(await topicsView(store), 200))
}
