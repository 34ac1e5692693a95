import type { OpenAPIHono } from '@hono/zod-openapi'
import { nobody } from '@/lib/access/caller'
import type { ApiDeps } from '../deps'
import { Problem } from '../problem/problem'
import { addBodyLimits } from './body'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a browser says that another site had it send this: then its `Origin` is not the host that is asked (or the public address). */
function fromElsewhere(request: Request, publicUrl: string | undefined): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') === 'cross-site'
  const own = [new URL(request.url).host, ...(publicUrl === undefined ? [] : [new URL(publicUrl).host])]
  return !URL.canParse(origin) || !own.includes(new URL(origin).host)
}

/** Finds out who calls, refuses writes that another site had a browser send, and bodies that are too large. */
export function addAccess(api: OpenAPIHono, { identify, now, publicUrl }: ApiDeps): void {
  api.use(async (c, next) => {
    c.set('caller', identify ? await identify(c.req.raw, now()) : nobody)
    await next()
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
}
