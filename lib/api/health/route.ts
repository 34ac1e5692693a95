import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
import { Problem } from '../problem/problem'
import { notReady } from '../problem/schema'
import { healthSchema, readinessSchema } from './schema'
import { version } from './version'
import { readinessView } from './view'

const health = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process is up; asks nothing else',
  responses: { 200: { description: 'It is', content: { 'application/json': { schema: healthSchema } } } },
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  summary:
    'Whether requests are welcome: the database answers and is migrated, and the process is not ending; with warnings about calendars',
  responses: {
    200: { description: 'Ready', content: { 'application/json': { schema: readinessSchema } } },
    ...notReady,
  },
})

/** `/healthz` and `/readyz`, outside `/api`. */
export const addHealth: AddRoutes = (api, { store, now, migrationsFolder = 'prisma/migrations', draining }) => {
  api.openapi(health, (c) => c.json({ status: 'ok' as const, version }, 200))
  api.openapi(ready, async (c) => {
    if (draining?.()) throw new Problem('not-ready', 'This process is ending; ask another one')
    return c.json(await readinessView(store, migrationsFolder, now()), 200)
  })
}
