import { createRoute, z } from '@hono/zod-openapi'
import { models } from '@/lib/analytics/eventStudy/model'
import { returnKinds } from '@/lib/analytics/returns'
import type { Store } from '@/lib/store/connection/store'
import { eventBySlug, type StoredEvent } from '@/lib/store/event/list'
import { defaultSettings, fewestEstimation } from '@/lib/studies/event/settings'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { unknownEvent } from '../events/find'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, countParameter, formatParameter, query, wordParameter } from '../parameters/schema'
import { wrongParameter } from '../problem/problem'
import { badOrUnknown } from '../problem/schema'
import { studyCsv } from './csv'
import { studySchema } from './schema'
import { studyView } from './view'

const { model, returns, pre, post, gap, estimation } = defaultSettings

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
      model: wordParameter(models, 'How the normal return is told').default(model),
      returns: wordParameter(returnKinds, 'Kind of the returns').default(returns),
      pre: countParameter(0, 60, pre, 'Sessions of the event window before day 0'),
      post: countParameter(0, 60, post, 'Sessions of the event window after day 0'),
      gap: countParameter(0, 120, gap, 'Sessions between the estimation window and the event window'),
      estimation: countParameter(fewestEstimation, 1000, estimation, 'Sessions of the estimation window'),
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

/** The published event of a slug; throws the problem `unknown-event`. */
export async function findEvent(store: Store, slug: string): Promise<StoredEvent> {
  const event = /^[a-z0-9][a-z0-9-]{0,99}$/.test(slug) ? await eventBySlug(store, slug) : null
  if (event === null) throw await unknownEvent(store, slug)
  return event
}

/** `/events/{slug}/study`. */
export const addStudy: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { listing: asked, asOf, format, ...settings } = c.req.valid('query')
    const event = await findEvent(store, c.req.valid('param').slug)
    const listing = await findListing(store, symbolOf(event, asked), 'listing')
    const view = await studyView(store, event, listing, settings, lookedAt(asOf, now()))
    return format === 'csv' ? respondCsv(c, [event.slug, listing.symbol, 'study'], studyCsv(view)) : c.json(view, 200)
  })
}
