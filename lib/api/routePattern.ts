import type { OpenAPIHono } from '@hono/zod-openapi'
import { matchedRoutes } from 'hono/route'
import { noteRoute } from '@/lib/operation/route'

/** What is counted for a path that no route has: one name for all of them, whatever a client asks for. */
const unknownRoute = 'unknown'

/** Notes for the HTTP server in front, where there is one, which route answers a request: `/api/v1/events/{slug}`. */
export function addRoutePattern(api: OpenAPIHono): void {
  api.use(async (c, next) => {
    const incoming = (c.env as { incoming?: object } | undefined)?.incoming
    if (incoming !== undefined) {
      const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
      noteRoute(incoming, route?.path.replace(/:(\w+)/g, '{$1}') ?? unknownRoute)
    }
    await next()
  })
}
