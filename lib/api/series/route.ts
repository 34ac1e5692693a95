import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { seriesListSchema } from './schema'
import { seriesListView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/series',
  summary: 'Every stored series: what is there, missing, revised and held back, and where it came from',
  request: { query: query({}) },
  responses: {
    200: { description: 'Every series', content: { 'application/json': { schema: seriesListSchema } } },
    ...badParameter,
  },
})

/** `/series`. */
export const addSeries: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => c.json(await seriesListView(store, now()), 200))
}
