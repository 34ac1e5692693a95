import type { OpenAPIHono } from '@hono/zod-openapi'
import { version } from '../health/version'
import { documentTags, tagOf } from './tags'
import type { ApiDocument, DocumentedOperation } from './types'

const description = `The stored series, events, claims and milestones of Tidemark. Reads are public (unless the
site says otherwise), writes need the scope that is named with them, by a key or a signed-in browser.
Dates are those of the exchange (YYYY-MM-DD), moments are ISO 8601 in UTC, prices are JSON numbers in the currency that is named beside them, series
are columns of one length. Errors are application/problem+json and name the parameter that is wrong.`

/** `getListingsBySymbolBars` of `get` and `/api/v1/listings/{symbol}/bars`: what generated clients call an operation. */
export function operationName(method: string, path: string): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
  return [
    method,
    ...words.filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ].join('')
}

/** The OpenAPI 3.1 document of every route that was added to the app, each with a name and a group. */
export function apiDocument(api: OpenAPIHono): ApiDocument {
  const made = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Tidemark', version, description } })
  // A copy without what JSON does not have; the package shares parts between calls.
  const plain = JSON.parse(JSON.stringify(made)) as ApiDocument
  const paths = Object.entries(plain.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]): [string, DocumentedOperation] => [
        method,
        { ...operation, operationId: operationName(method, path), tags: [tagOf(path)] },
      ]),
    ),
  ])
  return { ...plain, tags: documentTags.map((name) => ({ name })), paths: Object.fromEntries(paths) }
}
