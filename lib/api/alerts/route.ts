import { createRoute, z } from '@hono/zod-openapi'
import { settings } from '@/lib/settings'
import { targetProblem } from '@/lib/signals/alerts/webhook'
import { changeAlert, createAlert, deleteAlert } from '@/lib/store/alert/commands'
import { listAlerts } from '@/lib/store/alert/list'
import { testAlert } from '@/lib/store/alert/test'
import { InputError, UnknownError } from '@/lib/store/errors'
import { commandContext } from '../access/context'
import { ownSession, withSession } from '../access/needs'
import type { AddRoutes } from '../deps'
import { json } from '../json'
import { query } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import {
  addedAlertSchema,
  alertChangeSchema,
  alertSchema,
  alertsSchema,
  deliveriesSchema,
  newAlertSchema,
} from './schema'
import { alertsView, alertView, deliveriesView } from './view'

const params = z.strictObject({ id: z.string().max(60).openapi({ example: '1f0c4e5a-7d5b-4f61-9d0a-0b6c2f3d8e11' }) })
const none = query({})

const list = createRoute({
  ...withSession(),
  method: 'get',
  path: '/api/v1/alerts',
  summary: 'The caller’s alerts',
  request: { query: none },
  responses: { 200: { description: 'The oldest first', content: json(alertsSchema) }, ...writeProblems },
})

const add = createRoute({
  ...withSession(),
  method: 'post',
  path: '/api/v1/alerts',
  summary: 'Be told of signals by mail or webhook',
  request: { query: none, body: { required: true, content: json(newAlertSchema) } },
  responses: { 201: { description: 'Added', content: json(addedAlertSchema) }, ...writeProblems },
})

const change = createRoute({
  ...withSession(),
  method: 'patch',
  path: '/api/v1/alerts/{id}',
  summary: 'Change an alert of the caller’s',
  request: { params, query: none, body: { required: true, content: json(alertChangeSchema) } },
  responses: { 200: { description: 'As it stands now', content: json(alertSchema) }, ...writeProblems },
})

const remove = createRoute({
  ...withSession(),
  method: 'delete',
  path: '/api/v1/alerts/{id}',
  summary: 'Delete an alert of the caller’s with its deliveries',
  request: { params, query: none },
  responses: {
    200: { description: 'It is gone', content: json(z.strictObject({ deleted: z.string() }).openapi('Deleted')) },
    ...writeProblems,
  },
})

const tryOut = createRoute({
  ...withSession(),
  method: 'post',
  path: '/api/v1/alerts/{id}/test',
  summary: 'Send a test message; what became of it is among the deliveries',
  request: { params, query: none },
  responses: {
    202: { description: 'It will be sent', content: json(z.strictObject({ key: z.string() }).openapi('TestSent')) },
    ...writeProblems,
  },
})

const deliveries = createRoute({
  ...withSession(),
  method: 'get',
  path: '/api/v1/deliveries',
  summary: 'The messages of the caller’s alerts, with what became of each',
  request: { query: none },
  responses: { 200: { description: 'The last 200', content: json(deliveriesSchema) }, ...writeProblems },
})

/** Throws `InputError` for a webhook that could never be called. */
function assertTarget(channel: string, target: string | undefined): void {
  const problem = channel === 'webhook' && target !== undefined ? targetProblem(target, settings().WEBHOOK_ALLOW) : null
  if (problem !== null) throw new InputError([{ name: 'target', detail: problem }])
}

/** `/alerts` and `/deliveries`: each account’s own. */
export const addAlerts: AddRoutes = (api, deps) => {
  const { store } = deps
  api.openapi(list, async (c) => c.json(await alertsView(store.sql, ownSession(c).userId), 200))
  api.openapi(deliveries, async (c) => c.json(await deliveriesView(store.sql, ownSession(c).userId), 200))
  api.openapi(add, async (c) => {
    const [userId, body] = [ownSession(c).userId, c.req.valid('json')]
    assertTarget(body.channel, body.target)
    const { alert, secret } = await createAlert(store, commandContext(c, deps), userId, body)
    return c.json({ alert: alertView(alert), secret }, 201)
  })
  api.openapi(change, async (c) => {
    const [userId, { id }] = [ownSession(c).userId, c.req.valid('param')]
    const { version, ...patch } = c.req.valid('json')
    const known = (await listAlerts(store.sql, userId)).find((alert) => alert.id === id)
    if (known === undefined) throw new UnknownError('alert', id)
    assertTarget(known.channel, patch.target)
    return c.json(alertView(await changeAlert(store, commandContext(c, deps), userId, { id, patch, version })), 200)
  })
  api.openapi(remove, async (c) => {
    const [userId, { id }] = [ownSession(c).userId, c.req.valid('param')]
    await deleteAlert(store, commandContext(c, deps), userId, id)
    return c.json({ deleted: id }, 200)
  })
  api.openapi(tryOut, async (c) => {
    const [userId, { id }] = [ownSession(c).userId, c.req.valid('param')]
    return c.json({ key: await testAlert(store, commandContext(c, deps), userId, id) }, 202)
  })
}
