import { createRoute, z } from '@hono/zod-openapi'
import { UnknownError } from '@/lib/store/errors'
import { requestFields, requestWork } from '@/lib/store/request/add'
import { requestById } from '@/lib/store/request/list'
import { requestKinds, requestStates } from '@/lib/store/request/request'
import { commandContext } from '../access/context'
import { withScope } from '../access/needs'
import type { AddRoutes } from '../deps'
import { json } from '../json'
import { countParameter, query, wordParameter } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import { requestSchema, requestsSchema } from './schema'
import { requestsView, requestView } from './view'

const ask = createRoute({
  method: 'post',
  path: '/api/v1/requests',
  ...withScope('admin'),
  summary: 'Ask a worker for a refresh, a backfill, a test of a feed or a look-up; needs the scope admin',
  request: {
    query: query({}),
    body: { required: true, content: json(z.strictObject(requestFields).openapi('NewWorkRequest')) },
  },
  responses: {
    202: {
      description: 'It waits for a worker; one that waits already is not asked for twice',
      content: json(requestSchema),
    },
    ...writeProblems,
  },
})

const list = createRoute({
  method: 'get',
  path: '/api/v1/requests',
  ...withScope('admin'),
  summary: 'What was asked of the workers; needs the scope admin',
  request: {
    query: query({
      state: wordParameter(requestStates, 'Only those in this state').optional(),
      kind: wordParameter(requestKinds, 'Only those of this kind').optional(),
      listing: requestFields.listing,
      limit: countParameter(1, 200, 50, 'At most so many'),
    }),
  },
  responses: { 200: { description: 'The newest first', content: json(requestsSchema) }, ...writeProblems },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/requests/{id}',
  ...withScope('admin'),
  summary: 'One request with how far it is; needs the scope admin',
  request: {
    params: z.strictObject({ id: z.string().openapi({ example: '6f1c1d0e-3b5c-4c8e-9a0e-7d8c2f1b4a55' }) }),
    query: query({}),
  },
  responses: { 200: { description: 'The request', content: json(requestSchema) }, ...writeProblems },
})

// What cannot be an id is not asked for: Postgres refuses texts that hold a zero byte.
const form = /^[0-9a-f-]{36}$/

/** `/requests` and `/requests/{id}`. */
export const addRequests: AddRoutes = (api, deps) => {
  const { store } = deps
  api.openapi(ask, async (c) => {
    const request = await requestWork(store, commandContext(c, deps), c.req.valid('json'))
    return c.json(requestView(request), 202)
  })
  api.openapi(list, async (c) => c.json(await requestsView(store, c.req.valid('query')), 200))
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param')
    const request = form.test(id) ? await requestById(store.sql, id) : null
    if (request === null) throw new UnknownError('request', id.slice(0, 60))
    return c.json(requestView(request), 200)
  })
}
