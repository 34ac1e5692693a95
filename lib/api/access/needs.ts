import type { Context, MiddlewareHandler } from 'hono'
import { requireScope, type Scope } from '@/lib/store/context'
import { Problem } from '../problem/problem'

/** Refuses callers without a scope before anything they sent is looked at. */
function needs(scope: Scope): MiddlewareHandler {
  return async (c, next) => {
    requireScope(c.get('caller'), scope)
    await next()
  }
}

/** Who is signed in by a browser. */
export interface OwnSession {
  readonly userId: string
  readonly signInId: string
}

/** The browser that is signed in. Throws `Problem` for everybody else: a key changes neither accounts nor keys. */
export function ownSession(c: Context): OwnSession {
  const { via, userId, signIn } = c.get('caller')
  if (via === 'session' && userId !== null && signIn !== undefined) return { userId, signInId: signIn.id }
  throw via === 'key'
    ? new Problem('not-allowed', 'A key cannot do this: accounts and keys are changed by whoever signs in')
    : new Problem('not-signed-in', 'This needs somebody who is signed in')
}

function needsSession(scope: Scope): MiddlewareHandler {
  return async (c, next) => {
    ownSession(c)
    requireScope(c.get('caller'), scope)
    await next()
  }
}

type Security = Record<string, string[]>[]
const eitherWay: Security = [{ key: [] }, { browser: [] }]
const byBrowser: Security = [{ browser: [] }]

/** The part of a route's definition that lets in only callers with a scope, by key or signed in. */
export function withScope(scope: Scope) {
  return { middleware: needs(scope), security: eitherWay, 'x-scope': scope }
}

/** The part of a route's definition that lets in only who is signed in, with a scope (any role has `read`). */
export function withSession(scope: Scope = 'read') {
  return { middleware: needsSession(scope), security: byBrowser, 'x-scope': `session ${scope}` }
}
