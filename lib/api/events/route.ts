import { createRoute, z } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { assertTopic, unknownEvent } from './find'
import { eventFilter } from './parameters'
import { eventSchema, eventsSchema } from './schema'
import { eventsView, eventView } from './view'

const list = createRoute({
  method: 'get',
  path: '/api/v1/events',
  summary: 'Dated events with their day 0 on each exchange',
  request: {
    query: query({
      ...eventFilter,
      asOf: asOfParameter,
    }),
  },
  responses: {
    200: { description: 'Ascending by start', content: { 'application/json': { schema: eventsSchema } } },
    ...badOrUnknown,
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/events/{slug}',
  summary: 'One event',
  request: { params: z.strictObject({ slug: z.string().openapi({ example: 'deepseek-r1-shock' }) }), query: query({}) },
  responses: {
    200: { description: 'The event', content: { 'application/json': { schema: eventSchema } } },
    ...badOrUnknown,
  },
})

/** `/events` and `/events/{slug}`. */
export const addEvents: AddRoutes = (api, { store, now }) => {
  api.openapi(list, async (c) => {
    const { kind, asOf, ...filter } = c.req.valid('query')
    if (filter.listing !== undefined) await findListing(store, filter.listing, 'listing')
    if (filter.topic !== undefined) await assertTopic(store, filter.topic)
    const known = asOf && lookedAt(asOf, now())
    return c.json(await eventsView(store, kind === 'all' ? filter : { ...filter, kind }, known), 200)
  })
  api.openapi(one, async (c) => {
    const { slug } = c.req.valid('param')
    const view = await eventView(store, slug)
    if (view === null) throw await unknownEvent(store, slug)
    return c.json(view, 200)
  })
}
