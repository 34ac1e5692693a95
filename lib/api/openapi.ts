import type { OpenAPIHono } from '@hono/zod-openapi'
import { version } from './health/version'

const description = `The stored series, events, claims and milestones of Tidemark. Public reads, no key.
Dates are those of the exchange (YYYY-MM-DD), moments are ISO 8601 in UTC, prices are JSON numbers in the currency that is named beside them, series
are columns of one length. Errors are application/problem+json and name the parameter that is wrong.`

/** Serves the OpenAPI 3.1 document of every route added so far at `/api/v1/openapi.json`. Made at the first request, then kept. */
export function addDocument(api: OpenAPIHono): void {
  let document: string | undefined
  api.get('/api/v1/openapi.json', (c) => {
    document ??= JSON.stringify(
      api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Tidemark', version, description } }),
    )
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  })
}
