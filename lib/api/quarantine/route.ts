import { createRoute, z } from '@hono/zod-openapi'
import { editFields } from '@/lib/ingest/release/edits'
import { releaseRow } from '@/lib/ingest/release/release'
import { UnknownError } from '@/lib/store/errors'
import { rejectReason, rejectRow } from '@/lib/store/quarantine/close'
import { quarantineStates } from '@/lib/store/quarantine/list'
import { commandContext } from '../access/context'
import { withScope } from '../access/needs'
import type { AddRoutes } from '../deps'
import { json } from '../json'
import { findListing } from '../listings/find'
import { countParameter, idParameter, query, wordParameter } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import { adjustedPreview } from './adjusted'
import { addBulk } from './bulk'
import { adjustedSchema, heldEntities, quarantineDetailSchema, quarantineSchema } from './schema'
import { quarantineDetail, quarantineView } from './view'

const params = z.strictObject({ id: idParameter('a held row') })
const common = withScope('admin')
const { ratio, exDate } = editFields

const list = createRoute({
  ...common,
  method: 'get',
  path: '/api/v1/quarantine',
  summary: 'Rows that were held back; needs the scope admin',
  request: {
    query: query({
      state: wordParameter([...quarantineStates, 'all'], 'Only those in this state').default('held'),
      entity: wordParameter(heldEntities, 'Only those of this kind').optional(),
      listing: z.string().optional().openapi({ description: 'Only those of this symbol' }),
      feed: z
        .string()
        .regex(/^[a-z0-9-]{1,40}$/, { error: 'expected the id of a feed' })
        .optional(),
      until: idParameter('a held row').optional(),
      limit: countParameter(1, 500, 100, 'At most so many'),
    }),
  },
  responses: {
    200: { description: 'The newest first; `until` the last one’s id goes on', content: json(quarantineSchema) },
    ...writeProblems,
  },
})

const detailAnswer = { description: 'The row, with what is stored around it', content: json(quarantineDetailSchema) }

const one = createRoute({
  ...common,
  method: 'get',
  path: '/api/v1/quarantine/{id}',
  summary: 'One held row beside its neighbours; needs the scope admin',
  request: { params, query: query({}) },
  responses: { 200: detailAnswer, ...writeProblems },
})

const adjusted = createRoute({
  ...common,
  method: 'get',
  path: '/api/v1/quarantine/{id}/adjusted',
  summary: 'The closes around a candidate split, without and with it; needs the scope admin',
  request: { params, query: query({ ratio, exDate }) },
  responses: { 200: { description: 'Ascending by session', content: json(adjustedSchema) }, ...writeProblems },
})

const release = createRoute({
  ...common,
  method: 'post',
  path: '/api/v1/quarantine/{id}/release',
  summary: 'Store a held row, as it is or corrected; needs the scope admin',
  request: {
    params,
    query: query({}),
    body: { required: true, content: json(z.strictObject(editFields).openapi('ReleaseEdits')) },
  },
  responses: { 200: detailAnswer, ...writeProblems },
})

const reject = createRoute({
  ...common,
  method: 'post',
  path: '/api/v1/quarantine/{id}/reject',
  summary: 'Keep a held row out for good; needs the scope admin',
  request: {
    params,
    query: query({}),
    body: { required: true, content: json(rejectReason.partial().openapi('Rejection')) },
  },
  responses: { 200: detailAnswer, ...writeProblems },
})

/** `/quarantine`, `/quarantine/{id}` with `/adjusted`, `/release` and `/reject`, and `/quarantine/bulk`. */
export const addQuarantine: AddRoutes = (api, deps) => {
  const { store } = deps
  const found = <View>(id: bigint, view: View | null): View => {
    if (view === null) throw new UnknownError('held row', String(id))
    return view
  }
  api.openapi(list, async (c) => {
    const { state, listing, ...filter } = c.req.valid('query')
    const symbol = listing === undefined ? undefined : (await findListing(store, listing, 'listing')).symbol
    const wanted = {
      ...filter,
      ...(symbol === undefined ? {} : { listing: symbol }),
      ...(state === 'all' ? {} : { state }),
    }
    return c.json(await quarantineView(store, wanted), 200)
  })
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(found(id, await quarantineDetail(store, id)), 200)
  })
  api.openapi(adjusted, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(found(id, await adjustedPreview(store, id, c.req.valid('query'))), 200)
  })
  api.openapi(release, async (c) => {
    const { id } = c.req.valid('param')
    await releaseRow(store, commandContext(c, deps), id, c.req.valid('json'))
    return c.json(found(id, await quarantineDetail(store, id)), 200)
  })
  api.openapi(reject, async (c) => {
    const { id } = c.req.valid('param')
    await rejectRow(store, commandContext(c, deps), id, c.req.valid('json').reason)
    return c.json(found(id, await quarantineDetail(store, id)), 200)
  })
  addBulk(api, deps)
}
