import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeededApi, seededApi } from './seeded'

interface Document {
  readonly openapi: string
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly summary?: string
            readonly parameters?: readonly {
              name: string
              in: string
              required?: boolean
              schema?: { type?: string }
            }[]
            readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, unknown>> }>>
          }
        >
      >
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

/** The forms of an answer; what is no JSON is a form that its readers expect. */
const answers = [
  'application/json',
  'text/plain',
  'application/atom+xml',
  'application/feed+json',
  'text/calendar',
  'text/event-stream',
]

let seeded: SeededApi
let document: Document
beforeAll(async () => {
  seeded = await seededApi()
  document = await seeded.json<Document>('/api/v1/openapi.json')
})
afterAll(() => seeded.store.close())

test('the document names every route the app answers', () => {
  expect(document.openapi).toBe('3.1.0')
  const served = seeded.api.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/api/v1/openapi.json')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(new Set(served).size).toBe(116)
  const named = Object.entries(document.paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => `${method} ${path}`),
  )
  expect(named.sort()).toEqual([...new Set(served)].sort())
})

test('every route has a summary, its parameters have types, and its errors are problems', () => {
  const operations = Object.entries(document.paths).flatMap(([path, of]) =>
    Object.entries(of).map(([method, operation]) => ({ path: `${method} ${path}`, ...operation })),
  )
  for (const { path, summary, parameters, responses } of operations) {
    expect({ path, summary }).toEqual({ path, summary: expect.stringMatching(/./) })
    for (const { name, schema } of parameters ?? [])
      expect({ path, name, type: schema?.type }).toEqual({ path, name, type: expect.any(String) })
    for (const [status, { content }] of Object.entries(responses)) {
      const types = Object.keys(content ?? {})
      if (Number(status) >= 400) expect(types).toEqual(['application/problem+json'])
      else if (Number(status) < 300) expect(answers).toContain(types[0])
    }
  }
  const bars = document.paths['/api/v1/listings/{symbol}/bars']?.get?.parameters ?? []
  expect(bars.map(({ name, in: where, required }) => [name, where, required ?? false])).toEqual([
    ['symbol', 'path', true],
    ['from', 'query', false],
    ['to', 'query', false],
    ['adjust', 'query', false],
    ['points', 'query', false],
    ['asOf', 'query', false],
    ['format', 'query', false],
  ])
})

test('every reference in the document resolves', () => {
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  )
  expect(references.length).toBeGreaterThan(20)
  expect(references.filter((name) => !(name in document.components.schemas))).toEqual([])
})
