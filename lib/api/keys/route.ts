import { createRoute, z } from '@hono/zod-openapi'
import { listKeys, makeKey, revokeKey } from '@/lib/store/account/key'
import { requireScope } from '@/lib/store/context'
import { commandContext } from '../access/context'
import { ownSession, withSession } from '../access/needs'
import type { AddRoutes } from '../deps'
import { idParameter } from '../parameters/id'
import { query, wordParameter } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import { keySchema, keysSchema, keyView, madeKeySchema, newKeySchema } from './schema'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })

const list = createRoute({
  ...withSession(),
  method: 'get',
  path: '/api/v1/keys',
  summary: 'Your keys; those of everybody for an admin',
  request: {
    query: query({ of: wordParameter(['me', 'everybody'], '`everybody` needs the scope admin').default('me') }),
  },
  responses: { 200: { description: 'The newest first, ended ones too', content: json(keysSchema) }, ...writeProblems },
})

const make = createRoute({
  ...withSession(),
  method: 'post',
  path: '/api/v1/keys',
  summary: 'Make a key for yourself, with a scope that you have',
  request: { query: query({}), body: { required: true, content: json(newKeySchema) } },
  responses: { 201: { description: '`key` is told this once', content: json(madeKeySchema) }, ...writeProblems },
})

const revoke = createRoute({
  ...withSession(),
  method: 'delete',
  path: '/api/v1/keys/{id}',
  summary: 'End a key for good: one of yours, or anybody’s for an admin',
  request: { params: z.strictObject({ id: idParameter }), query: query({}) },
  responses: { 200: { description: 'Revoked', content: json(keySchema) }, ...writeProblems },
})

/** `/keys`. */
export const addKeys: AddRoutes = (api, deps) => {
  const { now, store } = deps
  api.openapi(list, async (c) => {
    const everybodys = c.req.valid('query').of === 'everybody'
    if (everybodys) requireScope(commandContext(c, deps), 'admin')
    const keys = await listKeys(store.sql, everybodys ? null : ownSession(c).userId)
    return c.json({ items: keys.map((key) => keyView(key, now())) }, 200)
  })
  api.openapi(make, async (c) => {
    const { key, listed } = await makeKey(store, commandContext(c, deps), ownSession(c).userId, c.req.valid('json'))
    c.header('Cache-Control', 'no-store')
    return c.json({ key, ...keyView(listed, now()) }, 201)
  })
  api.openapi(revoke, async (c) => {
    const { userId } = ownSession(c)
    const key = await revokeKey(store, commandContext(c, deps), { id: c.req.valid('param').id, userId })
    return c.json(keyView(key, now()), 200)
  })
}
