import { createRoute, z } from '@hono/zod-openapi'
import { milestoneKind } from '@/lib/store/milestone/editable'
import { milestoneFields } from '@/lib/store/milestone/schema'
import { seesDrafts } from '../access/context'
import type { AddRoutes } from '../deps'
import { addEditable } from '../editable/route'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, query } from '../parameters/schema'
import { statusParameter, wantedStatuses } from '../parameters/status'
import { badOrUnknown, badParameter } from '../problem/schema'
import { unknownMilestone } from './find'
import { milestoneSchema, milestonesSchema } from './schema'
import { milestonesView, milestoneView } from './view'

const list = createRoute({
  method: 'get',
  path: '/api/v1/milestones',
  summary: 'Promised products, their windows and where they stand today',
  request: { query: query({ status: statusParameter, asOf: asOfParameter }) },
  responses: {
    200: { description: 'In display order', content: { 'application/json': { schema: milestonesSchema } } },
    ...badParameter,
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/milestones/{slug}',
  summary: 'One promised product with the windows it had before',
  request: { params: z.strictObject({ slug: z.string().openapi({ example: 'ascend-950pr' }) }), query: query({}) },
  responses: {
    200: { description: 'The milestone', content: { 'application/json': { schema: milestoneSchema } } },
    ...badOrUnknown,
  },
})

/** `/milestones` and `/milestones/{slug}`. */
export const addMilestones: AddRoutes = (api, deps) => {
  const { store, now } = deps
  api.openapi(list, async (c) => {
    const { status, asOf } = c.req.valid('query')
    const wanted = { status: wantedStatuses(c, status), toEditors: seesDrafts(c) }
    return c.json(await milestonesView(store, lookedAt(asOf, now()), wanted), 200)
  })
  api.openapi(one, async (c) => {
    const { slug } = c.req.valid('param')
    const view = seesDrafts(c)
      ? await milestoneView(store, slug, now())
      : (await milestonesView(store, now())).items.find((milestone) => milestone.slug === slug)
    if (!view) throw await unknownMilestone(store, slug)
    return c.json(view, 200)
  })
  addEditable(api, deps, {
    ...{ path: 'milestones', name: 'Milestone', kind: milestoneKind, fields: milestoneFields, example: 'ascend-950pr' },
    optional: milestoneKind.optional,
    viewSchema: milestoneSchema,
    view: async (_, slug) => {
      const view = await milestoneView(store, slug, now())
      if (view === null) throw await unknownMilestone(store, slug)
      return view
    },
  })
}
