import { createRoute, z } from '@hono/zod-openapi'
import type { StoredEvent } from '@/lib/store/event/list'
import { statuses } from '@/lib/store/input'
import { seesDrafts } from '../access/context'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { findEvent } from '../events/find'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, formatParameter, query } from '../parameters/schema'
import { wrongParameter } from '../problem/problem'
import { badOrUnknown } from '../problem/schema'
import { studyTable } from './csv'
import { settingsParameters } from './parameters'
import { studySchema } from './schema'
import { studyView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/events/{slug}/study',
  summary: 'What an event did to the price of a listing',
  request: {
    params: z.strictObject({ slug: z.string().openapi({ example: 'deepseek-ue8m0' }) }),
    query: query({
      listing: z.string().optional().openapi({
        description:
          'Symbol; the first listing that the event names when absent. One it does not name joins the family',
        example: '688256.SS',
      }),
      ...settingsParameters,
      asOf: asOfParameter,
      format: formatParameter,
    }),
  },
  responses: {
    200: {
      description: 'The study; where it cannot be made, figures are null and the reason is beside them',
      content: { 'application/json': { schema: studySchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

function symbolOf({ slug, listings }: StoredEvent, asked: string | undefined): string {
  const symbol = asked ?? listings[0]?.symbol
  if (symbol === undefined)
    throw wrongParameter('listing', `expected a symbol, since the event ${slug} names no listing`)
  return symbol
}

/** `/events/{slug}/study`. */
export const addStudy: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { listing: asked, asOf, format, ...settings } = c.req.valid('query')
    const event = await findEvent(store, c.req.valid('param').slug, { status: seesDrafts(c) ? statuses : undefined })
    const listing = await findListing(store, symbolOf(event, asked), 'listing')
    const view = await studyView(store, event, listing, settings, lookedAt(asOf, now()))
    return format === 'csv' ? respondCsv(c, [event.slug, listing.symbol, 'study'], studyTable(view)) : c.json(view, 200)
  })
}
