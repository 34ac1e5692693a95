import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { changeAccount } from '@/lib/store/account/change'
import { endSignIns } from '@/lib/store/account/endSignIns'
import { invite, listInvites, makeResetLink, type NewLink } from '@/lib/store/account/link'
import { listAccounts } from '@/lib/store/account/read'
import { UnknownError } from '@/lib/store/errors'
import { commandContext } from '../access/context'
import { withSession } from '../access/needs'
import { endedSchema } from '../account/schema'
import type { AddRoutes } from '../deps'
import { idParameter } from '../parameters/id'
import { query } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import {
  accountChangeSchema,
  accountSchema,
  accountsSchema,
  accountView,
  inviteSchema,
  madeLinkSchema,
  madeLinkView,
  openLinkView,
} from './schema'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const params = z.strictObject({ id: idParameter })
const madeLink = { 201: { description: '`url` is told this once', content: json(madeLinkSchema) }, ...writeProblems }

const list = createRoute({
  ...withSession('admin'),
  method: 'get',
  path: '/api/v1/accounts',
  summary: 'Every account, and who was invited; needs the scope admin',
  request: { query: query({}) },
  responses: { 200: { description: 'By address', content: json(accountsSchema) }, ...writeProblems },
})

const add = createRoute({
  ...withSession('admin'),
  method: 'post',
  path: '/api/v1/accounts',
  summary: 'Invite somebody: a link that is valid for 7 days; needs the scope admin',
  request: { query: query({}), body: { required: true, content: json(inviteSchema) } },
  responses: madeLink,
})

const change = createRoute({
  ...withSession('admin'),
  method: 'patch',
  path: '/api/v1/accounts/{id}',
  summary: 'Give another role, disable or enable; the last admin stays one; needs the scope admin',
  request: { params, query: query({}), body: { required: true, content: json(accountChangeSchema) } },
  responses: { 200: { description: 'As it stands now', content: json(accountSchema) }, ...writeProblems },
})

const reset = createRoute({
  ...withSession('admin'),
  method: 'post',
  path: '/api/v1/accounts/{id}/reset',
  summary: 'A link that sets a new password, valid for a day; needs the scope admin',
  request: { params, query: query({}) },
  responses: madeLink,
})

const end = createRoute({
  ...withSession('admin'),
  method: 'delete',
  path: '/api/v1/accounts/{id}/sessions',
  summary: 'Sign somebody out everywhere; needs the scope admin',
  request: { params, query: query({}) },
  responses: { 200: { description: 'How many were ended', content: json(endedSchema) }, ...writeProblems },
})

/** `/accounts`. */
export const addAccounts: AddRoutes = (api, deps) => {
  const { now, publicUrl, store } = deps
  const answerLink = (c: Context, link: NewLink) => {
    c.header('Cache-Control', 'no-store')
    return c.json(madeLinkView(link, publicUrl ?? new URL(c.req.url).origin), 201)
  }
  api.openapi(list, async (c) => {
    const [accounts, invites] = await Promise.all([listAccounts(store.sql, now()), listInvites(store.sql, now())])
    return c.json({ items: accounts.map(accountView), invites: invites.map(openLinkView) }, 200)
  })
  api.openapi(add, async (c) => answerLink(c, await invite(store, commandContext(c, deps), c.req.valid('json'))))
  api.openapi(change, async (c) => {
    const { id } = c.req.valid('param')
    const { version, ...patch } = c.req.valid('json')
    await changeAccount(store, commandContext(c, deps), { id, patch, version })
    const account = (await listAccounts(store.sql, now())).find((one) => one.id === id)
    if (account === undefined) throw new UnknownError('account', id)
    return c.json(accountView(account), 200)
  })
  api.openapi(reset, async (c) =>
    answerLink(c, await makeResetLink(store, commandContext(c, deps), c.req.valid('param').id)),
  )
  api.openapi(end, async (c) => {
    const { id: userId } = c.req.valid('param')
    const ctx = commandContext(c, deps)
    const ended = await endSignIns(store, ctx, { userId, which: 'all', action: 'end', scope: 'admin' })
    return c.json({ ended }, 200)
  })
}
