import type { OpenAPIHono } from '@hono/zod-openapi'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { Problem } from './problem/problem'
import { respondProblem } from './problem/respond'
import { exposedHeaders } from './readHeaders'

const longestAddress = 2_000

// What a browser checks on a 304 as on any other answer.
const kept = [
  ...RETAINED_304_HEADERS,
  'access-control-allow-origin',
  'access-control-expose-headers',
  'x-content-type-options',
  'cache-control',
  'vary',
  'set-cookie',
]

/** What every request passes, in order: headers of every answer, reading from other origins, the bounds on the address, wrong methods, ETags. */
export function addMiddleware(api: OpenAPIHono): void {
  api.use(async (c, next) => {
    await next()
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
    if (c.res.status >= 400) c.res.headers.set('Cache-Control', 'no-store')
    else if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache')
  })
  // Other sites' pages read what everybody may read: without cookies, and without a key in a browser that is not theirs.
  api.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'HEAD', 'OPTIONS'],
      allowHeaders: ['Accept', 'Cache-Control', 'Content-Type', 'If-None-Match'],
      exposeHeaders: exposedHeaders,
      maxAge: 86_400,
    }),
  )
  api.use(async (c, next) => {
    const { url } = c.req
    if (url.length > longestAddress) {
      throw new Problem(
        'address-too-long',
        `The address has ${url.length} characters, expected at most ${longestAddress}`,
      )
    }
    // Postgres has no text with one. (In the query each parameter refuses it by its own name.)
    if (/^[^?]*%00/.test(url)) throw new Problem('bad-parameter', 'The address holds a zero byte')
    await next()
  })
  api.use(
    methodNotAllowed({
      app: api,
      onMethodNotAllowed: (c, methods) => {
        const allow = [...methods, 'OPTIONS'].join(', ')
        const detail = `${c.req.method} is not possible here, expected ${allow}`
        return respondProblem(c, new Problem('method-not-allowed', detail), { Allow: allow })
      },
    }),
  )
  api.use(etag({ weak: true, retainedHeaders: kept }))
}
