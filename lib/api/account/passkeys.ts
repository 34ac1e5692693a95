import { createRoute, z } from '@hono/zod-openapi'
import type { Failure } from '@/lib/access/passkeys'
import { listPasskeys, removePasskey } from '@/lib/store/account/passkey'
import { commandContext } from '../access/context'
import { ownSession, withSession } from '../access/needs'
import type { AddRoutes } from '../deps'
import { idParameter } from '../parameters/id'
import { query } from '../parameters/schema'
import { Problem, wrongParameter } from '../problem/problem'
import { writeProblems } from '../problem/schema'
import { authenticatorQuestion } from '../session/schema'
import { newPasskeySchema, passkeySchema } from './schema'
import { passkeyView } from './view'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const passkeysSchema = z.strictObject({ items: z.array(passkeySchema) }).openapi('Passkeys')

const ask = createRoute({
  ...withSession(),
  method: 'post',
  path: '/api/v1/account/passkeys/options',
  summary: 'What to ask an authenticator to make a passkey for you',
  request: { query: query({}) },
  responses: {
    200: { description: 'For `navigator.credentials.create`', content: json(authenticatorQuestion) },
    ...writeProblems,
  },
})

const add = createRoute({
  ...withSession(),
  method: 'post',
  path: '/api/v1/account/passkeys',
  summary: 'Add the passkey that the authenticator made',
  request: { query: query({}), body: { required: true, content: json(newPasskeySchema) } },
  responses: { 201: { description: 'Your passkeys', content: json(passkeysSchema) }, ...writeProblems },
})

const remove = createRoute({
  ...withSession(),
  method: 'delete',
  path: '/api/v1/account/passkeys/{id}',
  summary: 'Take a passkey off your account',
  request: { params: z.strictObject({ id: idParameter }), query: query({}) },
  responses: { 200: { description: 'Your passkeys', content: json(passkeysSchema) }, ...writeProblems },
})

function problemOf(failure: Failure): Problem {
  return failure === 'not-fresh'
    ? new Problem('sign-in-again', 'A passkey is added within a day of signing in: sign in again first')
    : wrongParameter('response', 'does not answer the question that was asked, or came too late')
}

/** `/account/passkeys`. */
export const addPasskeys: AddRoutes = (api, deps) => {
  const { access, store } = deps
  const items = async (userId: string) => ({ items: (await listPasskeys(store.sql, userId)).map(passkeyView) })
  api.openapi(ask, async (c) => {
    const question = await access.passkeys.askToAdd(c.req.raw.headers)
    if (typeof question === 'string') throw problemOf(question)
    for (const cookie of question.cookies) c.header('Set-Cookie', cookie, { append: true })
    return c.json(question.options as { challenge: string }, 200)
  })
  api.openapi(add, async (c) => {
    const { name, response } = c.req.valid('json')
    const added = await access.passkeys.add(commandContext(c, deps), c.req.raw.headers, name, response)
    if (typeof added === 'string') throw problemOf(added)
    return c.json(await items(ownSession(c).userId), 201)
  })
  api.openapi(remove, async (c) => {
    const { userId } = ownSession(c)
    await removePasskey(store, commandContext(c, deps), { id: c.req.valid('param').id, userId })
    return c.json(await items(userId), 200)
  })
}
