import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Caller } from '@/lib/access/caller'
import { endSignIns } from '@/lib/store/account/endSignIns'
import { passwordOf, signIn } from '@/lib/store/account/signIn'
import { UnknownError } from '@/lib/store/errors'
import { browserOf } from '../access/address'
import { commandContext } from '../access/context'
import { nameClient, takeOne } from '../access/limits'
import type { AddRoutes, FullDeps } from '../deps'
import { query } from '../parameters/schema'
import { Problem } from '../problem/problem'
import { writeProblems } from '../problem/schema'
import { authenticatorAnswer, authenticatorQuestion, type SessionView, sessionSchema, signInSchema } from './schema'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const session = (description: string) => ({ description, content: json(sessionSchema) })

const show = createRoute({
  method: 'get',
  path: '/api/v1/session',
  summary: 'Who asks, and what they may do',
  request: { query: query({}) },
  responses: { 200: session('Nobody is an answer too'), ...writeProblems },
})

const begin = createRoute({
  method: 'post',
  path: '/api/v1/session',
  summary: 'Sign in with a password; the browser keeps a cookie',
  request: { query: query({}), body: { required: true, content: json(signInSchema) } },
  responses: { 200: session('Signed in'), ...writeProblems },
})

const end = createRoute({
  method: 'delete',
  path: '/api/v1/session',
  summary: 'Sign out',
  request: { query: query({}) },
  responses: { 200: session('Nobody is signed in here any more'), ...writeProblems },
})

const ask = createRoute({
  method: 'post',
  path: '/api/v1/session/passkey/options',
  summary: 'What to ask an authenticator to sign in with a passkey',
  request: { query: query({}) },
  responses: {
    200: { description: 'For `navigator.credentials.get`', content: json(authenticatorQuestion) },
    ...writeProblems,
  },
})

const answer = createRoute({
  method: 'post',
  path: '/api/v1/session/passkey',
  summary: 'Sign in with what the authenticator answered',
  request: {
    query: query({}),
    body: { required: true, content: json(z.strictObject({ response: authenticatorAnswer }).openapi('PasskeySignIn')) },
  },
  responses: { 200: session('Signed in'), ...writeProblems },
})

const failed = () => new Problem('sign-in-failed', 'The e-mail address and the password do not belong together')

/** Who asks, as it is told. */
export function sessionView({ account, scopes, via }: Caller): SessionView {
  const { email = null, name = null, role = null } = account ?? {}
  return {
    signedIn: via === 'session',
    email,
    name,
    role,
    scopes: [...scopes],
    via: via === 'refused' ? 'nobody' : via,
  }
}

/** Sets the cookie of a token, and answers who is signed in by it. */
export async function answerSignedIn(c: Context, { access, now }: FullDeps, token: string) {
  const cookie = await access.cookie.write(token)
  c.header('Set-Cookie', cookie, { append: true })
  c.header('Cache-Control', 'no-store')
  const headers = new Headers({ cookie: cookie.split(';', 1)[0] ?? '' })
  return c.json(sessionView(await access.identify({ headers }, now())), 200)
}

/** The same work whether there is such an account, it is disabled or the password is wrong: one comparison of a password. */
async function tokenFor(deps: FullDeps, c: Context, email: string, password: string): Promise<string> {
  const { access, store, now } = deps
  const known = await passwordOf(store.sql, email)
  const right = await access.hasher.verify(known?.hash ?? (await nobodysHash(deps)), password)
  if (known === null || known.hash === null || known.disabled || !right) throw failed()
  const ctx = { actor: email, scopes: ['read'] as const, now: now() }
  try {
    return await signIn(store, ctx, { userId: known.userId, hash: known.hash, browser: browserOf(c) })
  } catch (error) {
    if (error instanceof UnknownError) throw failed()
    throw error
  }
}

const hashes = new WeakMap<object, Promise<string>>()

/** A hash that no password has, made once. */
function nobodysHash({ access: { hasher } }: FullDeps): Promise<string> {
  const made = hashes.get(hasher) ?? hasher.hash(crypto.randomUUID())
  hashes.set(hasher, made)
  return made
}

/** `/session` and `/session/passkey`. */
export const addSession: AddRoutes = (api, deps) => {
  const { access, now, store } = deps
  api.openapi(show, (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(sessionView(c.get('caller')), 200)
  })
  api.openapi(begin, async (c) => {
    const { email, password } = c.req.valid('json')
    await takeOne(deps, 'signInName', nameClient(email))
    return answerSignedIn(c, deps, await tokenFor(deps, c, email, password))
  })
  api.openapi(end, async (c) => {
    const { signIn: browser, userId } = c.get('caller')
    if (browser !== undefined && userId !== null) {
      const which = { id: browser.id }
      await endSignIns(store, commandContext(c, deps), { userId, which, action: 'sign-out', scope: 'read' })
    }
    c.header('Set-Cookie', access.cookie.forget(), { append: true })
    c.header('Cache-Control', 'no-store')
    const headers = new Headers()
    return c.json(sessionView(await access.identify({ headers }, now())), 200)
  })
  api.openapi(ask, async (c) => {
    const { options, cookies } = await access.passkeys.askToSignIn(c.req.raw.headers)
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
    return c.json(options as { challenge: string }, 200)
  })
  api.openapi(answer, async (c) => {
    const { response } = c.req.valid('json')
    const done = await access.passkeys.signIn(now(), c.req.raw.headers, browserOf(c), response)
    if (typeof done === 'string')
      throw new Problem('sign-in-failed', 'This passkey is not known here, or the question was too old')
    return answerSignedIn(c, deps, done.token)
  })
}
