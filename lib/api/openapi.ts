import type { OpenAPIHono } from '@hono/zod-openapi'
import { apiDocument } from './document/document'

/** Serves the OpenAPI 3.1 document of every route added so far at `/api/v1/openapi.json`. Made at the first request, then kept. */
export function addDocument(api: OpenAPIHono): void {
  let document: string | undefined
  api.get('/api/v1/openapi.json', (c) => {
    document ??= JSON.stringify(apiDocument(api))
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  })
}
