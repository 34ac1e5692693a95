import { createRoute, z } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query } from '../parameters/schema'
import { badParameter } from '../problem/schema'
import { matching } from './match'
import { searchSchema } from './schema'
import { searchView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/search',
  summary: 'Listings, events, claims, milestones and rules by their words, English or Chinese',
  request: {
    query: query({
      q: z
        .string()
        .max(100, { error: 'expected at most 100 characters' })
        .optional()
        .openapi({ description: 'Words that all have to be there, whole or in part; without it, everything' }),
      asOf: asOfParameter,
    }),
  },
  responses: {
    200: { description: 'Nearest first', content: { 'application/json': { schema: searchSchema } } },
    ...badParameter,
  },
})

/** `/search`. */
export const addSearch: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { q, asOf } = c.req.valid('query')
    const { items } = await searchView(store, now(), asOf && lookedAt(asOf, now()))
    return c.json({ items: q === undefined ? items : matching(items, q) }, 200)
  })
}
