import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { assertPassword } from '@/lib/access/password'
import { renameAccount } from '@/lib/store/account/change'
import { endSignIns, type WhichSignIns } from '@/lib/store/account/endSignIns'
import { changePassword, passwordHashOf } from '@/lib/store/account/password'
import { commandContext } from '../access/context'
import { nameClient, takeOne } from '../access/limits'
import { ownSession, withSession } from '../access/needs'
import type { AddRoutes } from '../deps'
import { idParameter } from '../parameters/id'
import { query } from '../parameters/schema'
import { Problem, wrongParameter } from '../problem/problem'
import { writeProblems } from '../problem/schema'
import { endedSchema, ownAccountSchema, passwordChangeSchema, renameSchema } from './schema'
import { ownAccountView } from './view'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const account = { 200: { description: 'As it stands now', content: json(ownAccountSchema) }, ...writeProblems }
const ended = { 200: { description: 'How many were ended', content: json(endedSchema) }, ...writeProblems }

const show = createRoute({
  ...withSession(),
  method: 'get',
  path: '/api/v1/account',
  summary: 'Your account: who you are, and everything that lets you in',
  request: { query: query({}) },
  responses: account,
})

const rename = createRoute({
  ...withSession(),
  method: 'patch',
  path: '/api/v1/account',
  summary: 'Change your name',
  request: { query: query({}), body: { required: true, content: json(renameSchema) } },
  responses: account,
})

const password = createRoute({
  ...withSession(),
  method: 'post',
  path: '/api/v1/account/password',
  summary: 'Change your password; your other browsers are signed out',
  request: { query: query({}), body: { required: true, content: json(passwordChangeSchema) } },
  responses: account,
})

const endOne = createRoute({
  ...withSession(),
  method: 'delete',
  path: '/api/v1/account/sessions/{id}',
  summary: 'Sign out one of your browsers',
  request: { params: z.strictObject({ id: idParameter }), query: query({}) },
  responses: ended,
})

const endOthers = createRoute({
  ...withSession(),
  method: 'delete',
  path: '/api/v1/account/sessions',
  summary: 'Sign out all your browsers but this one',
  request: { query: query({}) },
  responses: ended,
})

/** `/account`, its password and its browsers. */
export const addAccount: AddRoutes = (api, deps) => {
  const { access, now, store } = deps
  const answer = async (c: Context, name?: string) => {
    const { account } = c.get('caller')
    if (account === undefined) throw new Problem('not-signed-in', 'This needs somebody who is signed in')
    const view = await ownAccountView(store, ownSession(c), { ...account, name: name ?? account.name }, now())
    return c.json(view, 200)
  }
  const end = async (c: Context, which: WhichSignIns) => {
    const { userId } = ownSession(c)
    const count = await endSignIns(store, commandContext(c, deps), { userId, which, action: 'end', scope: 'read' })
    return c.json({ ended: count }, 200)
  }
  api.openapi(show, (c) => answer(c))
  api.openapi(rename, async (c) => {
    const { name } = await renameAccount(store, commandContext(c, deps), ownSession(c).userId, c.req.valid('json'))
    return answer(c, name)
  })
  api.openapi(password, async (c) => {
    const { userId, signInId } = ownSession(c)
    const { current, next } = c.req.valid('json')
    const { actor } = c.get('caller')
    await takeOne(deps, 'signInName', nameClient(actor))
    const proven = await passwordHashOf(store.sql, userId)
    if (proven === null || !(await access.hasher.verify(proven, current))) {
      throw wrongParameter('current', 'is not your password')
    }
    assertPassword('next', next, actor)
    const hash = await access.hasher.hash(next)
    await changePassword(store, commandContext(c, deps), { userId, signInId, proven, hash })
    return answer(c)
  })
  api.openapi(endOne, (c) => end(c, { id: c.req.valid('param').id }))
  api.openapi(endOthers, (c) => end(c, { but: ownSession(c).signInId }))
}
