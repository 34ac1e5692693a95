import { createRoute, z } from '@hono/zod-openapi'
import { assertPassword } from '@/lib/access/password'
import { acceptLink } from '@/lib/store/account/acceptLink'
import { emailInput, nameInput } from '@/lib/store/account/input'
import { linkByToken, linkKinds, withdrawLink } from '@/lib/store/account/link'
import { roles } from '@/lib/store/account/role'
import { UnknownError } from '@/lib/store/errors'
import { browserOf } from '../access/address'
import { commandContext } from '../access/context'
import { withSession } from '../access/needs'
import type { AddRoutes } from '../deps'
import { idParameter } from '../parameters/id'
import { query } from '../parameters/schema'
import { Problem } from '../problem/problem'
import { writeProblems } from '../problem/schema'
import { answerSignedIn } from '../session/route'
import { passwordInput, sessionSchema } from '../session/schema'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const token = z.string().min(1, { error: 'expected the token of the link' }).max(200)

const look = createRoute({
  method: 'post',
  path: '/api/v1/links/look',
  summary: 'What a link that was given out opens',
  request: { query: query({}), body: { required: true, content: json(z.strictObject({ token }).openapi('LinkLook')) } },
  responses: {
    200: {
      description: 'It can be used; `email` is null when the user of the link says it',
      content: json(
        z
          .strictObject({
            kind: z.enum(linkKinds),
            email: z.string().nullable(),
            role: z.enum(roles),
            expiresAt: z.iso.datetime(),
          })
          .openapi('Link'),
      ),
    },
    ...writeProblems,
  },
})

const use = createRoute({
  method: 'post',
  path: '/api/v1/links/use',
  summary: 'Use a link: make the account or set its new password, and sign in',
  request: {
    query: query({}),
    body: {
      required: true,
      content: json(
        z
          .strictObject({
            token,
            name: nameInput.optional().openapi({ description: 'Required unless the link resets a password' }),
            email: emailInput.optional().openapi({ description: 'Required for the first admin only' }),
            password: passwordInput,
          })
          .openapi('LinkUse'),
      ),
    },
  },
  responses: { 200: { description: 'Signed in', content: json(sessionSchema) }, ...writeProblems },
})

const withdraw = createRoute({
  ...withSession('admin'),
  method: 'delete',
  path: '/api/v1/links/{id}',
  summary: 'Take back a link that was not used; needs the scope admin',
  request: { params: z.strictObject({ id: idParameter }), query: query({}) },
  responses: {
    200: { description: 'Taken back', content: json(z.strictObject({ id: z.string() })) },
    ...writeProblems,
  },
})

const unknown = () => new Problem('unknown-thing', 'This link is not valid, was used already, or has expired')

/** `/links`. */
export const addLinks: AddRoutes = (api, deps) => {
  const { access, now, store } = deps
  api.openapi(look, async (c) => {
    const link = await linkByToken(store.sql, c.req.valid('json').token, now())
    if (link === null) throw unknown()
    const { kind, email, role, expiresAt } = link
    c.header('Cache-Control', 'no-store')
    return c.json({ kind, email, role, expiresAt: expiresAt.toISOString() }, 200)
  })
  api.openapi(use, async (c) => {
    const { password, ...sent } = c.req.valid('json')
    // The same work for a token that opens nothing.
    const passwordHash = await access.hasher.hash(password)
    const link = await linkByToken(store.sql, sent.token, now())
    if (link === null) throw unknown()
    const email = link.email ?? sent.email
    assertPassword('password', password, email ?? '')
    const ctx = { actor: email ?? `${link.kind} link`, scopes: ['read'] as const, now: now() }
    try {
      const used = await acceptLink(store, ctx, { ...sent, passwordHash, browser: browserOf(c) })
      return await answerSignedIn(c, deps, used.token)
    } catch (error) {
      if (error instanceof UnknownError) throw unknown()
      throw error
    }
  })
  api.openapi(withdraw, async (c) => {
    const { id } = c.req.valid('param')
    await withdrawLink(store, commandContext(c, deps), id)
    return c.json({ id }, 200)
  })
}
