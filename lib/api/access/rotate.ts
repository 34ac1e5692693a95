import type { MiddlewareHandler } from 'hono'
import { rotateAfterMs, rotateSignIn } from '@/lib/store/account/signIn'
import type { FullDeps } from '../deps'

/** Exchanges the token of a signed-in browser for a new one when it is a day old, so that one that leaked is soon worth nothing. */
export function rotateToken({ access, now, store }: FullDeps): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { signIn } = c.get('caller')
    const at = now()
    // An answer that sets cookies has ended or replaced the browser itself.
    if (signIn === undefined || c.res.headers.has('Set-Cookie')) return
    if (at.getTime() - signIn.tokenAt.getTime() < rotateAfterMs) return
    const token = await rotateSignIn(store.sql, signIn.id, at)
    if (token !== null) c.res.headers.append('Set-Cookie', await access.cookie.write(token))
  }
}
