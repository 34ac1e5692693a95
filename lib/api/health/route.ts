import { createRoute } from '@hono/zod-openapi'
import type { AddRoutes } from '../deps'
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
  summary: 'Whether the database answers and is migrated, with warnings about calendars',
  responses: {
    200: { description: 'Ready', content: { 'application/json': { schema: readinessSchema } } },
    ...notReady,
  },
})

/** `/healthz` and `/readyz`, outside `/api`. */
export const addHealth: AddRoutes = (api, { store, now, migrationsFolder = 'prisma/migrations' }) => {
  api.openapi(health, (c) => c.json({ status: 'ok' as const, version }, 200))
  api.openapi(ready, async (c) => c.json(await readinessView(store, migrationsFolder, now()), 200))
}
