import type { OpenAPIHono } from '@hono/zod-openapi'
import type { FullDeps } from './deps'
import { version } from './health/version'

const description = `The stored series, events, claims and milestones of Tidemark. Reads are public (unless the
site says otherwise), writes need the scope that is named with them, by a key or a signed-in browser.
Dates are those of the exchange (YYYY-MM-DD), moments are ISO 8601 in UTC, prices are JSON numbers in the currency that is named beside them, series
are columns of one length. Errors are application/problem+json and name the parameter that is wrong.`

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
    document ??= JSON.stringify(
      api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Tidemark', version, description } }),
    )
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  })
}
