import { createRoute, z } from '@hono/zod-openapi'
import { eventKind } from '@/lib/store/event/editable'
import { eventFields } from '@/lib/store/event/schema'
import { statuses } from '@/lib/store/input'
import { seesDrafts } from '../access/context'
import type { AddRoutes } from '../deps'
import { addEditable } from '../editable/route'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query } from '../parameters/schema'
import { statusParameter, wantedStatuses } from '../parameters/status'
import { badOrUnknown } from '../problem/schema'
import { assertTopic, unknownEvent } from './find'
import { eventFilter } from './parameters'
import { addEventPreview } from './preview'
import { eventSchema, eventsSchema } from './schema'
import { eventsView, eventView } from './view'

const list = createRoute({
  method: 'get',
  path: '/api/v1/events',
  summary: 'Dated events with their day 0 on each exchange',
  request: {
    query: query({
      ...eventFilter,
      status: statusParameter,
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
export const addEvents: AddRoutes = (api, deps) => {
  const { store, now } = deps
  api.openapi(list, async (c) => {
    const { kind, asOf, status, ...filter } = c.req.valid('query')
    const wantedStates = wantedStatuses(c, status)
    if (filter.listing !== undefined) await findListing(store, filter.listing, 'listing')
    if (filter.topic !== undefined) await assertTopic(store, filter.topic)
    const known = asOf && lookedAt(asOf, now())
    const wanted = {
      ...filter,
      ...(kind === 'all' ? {} : { kind }),
      status: wantedStates,
    }
    return c.json(await eventsView(store, wanted, known), 200)
  })
  api.openapi(one, async (c) => {
    const { slug } = c.req.valid('param')
    const view = await eventView(store, slug, seesDrafts(c) ? statuses : undefined)
    if (view === null) throw await unknownEvent(store, slug)
    return c.json(view, 200)
  })
  addEditable(api, deps, {
    ...{ path: 'events', name: 'Event', kind: eventKind, fields: eventFields, example: 'deepseek-r1-shock' },
    optional: eventKind.optional,
    viewSchema: eventSchema,
    view: async (_, slug) => {
      const view = await eventView(store, slug, statuses)
      if (view === null) throw await unknownEvent(store, slug)
      return view
    },
  })
  addEventPreview(api, deps)
}
