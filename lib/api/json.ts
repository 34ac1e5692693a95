import type { z } from '@hono/zod-openapi'

/** The content of a body or an answer that is JSON, in a route's definition. */
export function json<S extends z.ZodType>(schema: S) {
  return { 'application/json': { schema } }
}
