import { createRoute, z } from '@hono/zod-openapi'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { assertTopic } from '../events/find'
import { eventFilter } from '../events/parameters'
import { findListing } from '../listings/find'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, formatParameter, query } from '../parameters/schema'
import { badOrUnknown } from '../problem/schema'
import { acrossTable } from './csv'
import { acrossSchema } from './schema'
import { acrossView } from './view'

const route = createRoute({
  method: 'get',
  path: '/api/v1/studies',
  summary: 'What all events did, one by one and across them',
  request: { query: query({ ...eventFilter, asOf: asOfParameter, format: formatParameter }) },
  responses: {
    200: {
      description: 'Ascending by day 0; those without one come first',
      content: { 'application/json': { schema: acrossSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/studies`. */
export const addAcross: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const { kind, asOf, format, ...filter } = c.req.valid('query')
    if (filter.listing !== undefined) await findListing(store, filter.listing, 'listing')
    if (filter.topic !== undefined) await assertTopic(store, filter.topic)
    const view = await acrossView(store, kind === 'all' ? filter : { ...filter, kind }, lookedAt(asOf, now()))
    return format === 'csv' ? respondCsv(c, ['studies'], acrossTable(view)) : c.json(view, 200)
  })
}
