import type { OpenAPIHono } from '@hono/zod-openapi'
import { requireScope } from '@/lib/store/context'
import type { FullDeps } from '../deps'
import { Problem } from '../problem/problem'
import { addBodyLimits } from './body'
import { limitRequests } from './limits'
import { readFromReplica } from './reading'
import { rotateToken } from './rotate'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What everybody may ask also where reading needs a sign-in: how to sign in, what there is, and whether it is up. */
const openPaths = /^\/(healthz|readyz|api\/v1\/(openapi\.json|session(\/.*)?|links(\/(use|look))?))$/

/** Whether a browser says that another site had it send this: then its `Origin` is not the host that is asked (or the public address). */
function fromElsewhere(request: Request, publicUrl: string | undefined): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') === 'cross-site'
  const own = [new URL(request.url).host, ...(publicUrl === undefined ? [] : [new URL(publicUrl).host])]
  return !URL.canParse(origin) || !own.includes(new URL(origin).host)
}

/**
 * Finds out who calls; refuses a key that is not valid, readers where reading needs a sign-in, writes that another site had a browser send, bodies that are too large,
 * and too many requests.
 */
export function addAccess(api: OpenAPIHono, deps: FullDeps): void {
  const { identify, now, publicUrl } = deps
  api.use(async (c, next) => {
    const caller = await identify(c.req.raw, now())
    c.set('caller', caller)
    if (caller.via === 'refused') {
      throw new Problem('bad-key', 'The key is unknown, revoked or expired, or its owner is disabled')
    }
    if (!openPaths.test(c.req.path)) requireScope(caller, 'read')
    await next()
    // What depends on who asks is no other reader's. What is said to be public does not: a cache in front keeps one of it.
    if (!c.res.headers.get('Cache-Control')?.startsWith('public')) c.res.headers.append('Vary', 'Authorization, Cookie')
    if (caller.via !== 'nobody' && !c.res.headers.has('Cache-Control')) {
      c.res.headers.set('Cache-Control', 'private, no-cache')
    }
  })
  api.use(async (c, next) => {
    if (!safeMethods.has(c.req.method) && c.get('caller').via !== 'key' && fromElsewhere(c.req.raw, publicUrl)) {
      throw new Problem(
        'foreign-origin',
        'A browser may change things only from our own pages; a program sends its key',
      )
    }
    await next()
  })
  addBodyLimits(api)
  api.use(limitRequests(deps))
  api.use(rotateToken(deps))
  api.use(readFromReplica(deps))
}
