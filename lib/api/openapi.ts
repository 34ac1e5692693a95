import type { OpenAPIHono } from '@hono/zod-openapi'
import type { FullDeps } from './deps'
import { apiDocument } from './document/document'

/** Serves the OpenAPI 3.1 document of every route added so far at `/api/v1/openapi.json`. Made at the first request, then kept. */
export function addDocument(api: OpenAPIHono, { access }: FullDeps): void {
  let document: string | undefined
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key, `tm_…`, made by POST /api/v1/keys',
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'browser', {
    type: 'apiKey',
    in: 'cookie',
    name: access.cookie.name,
    description: 'Set by POST /api/v1/session; sent only from our own pages',
  })
  api.get('/api/v1/openapi.json', (c) => {
    document ??= JSON.stringify(apiDocument(api))
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  })
}
