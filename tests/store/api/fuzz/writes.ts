import fc from 'fast-check'
import { expect } from 'vitest'
import type { Caller } from '@/lib/access/caller'
import { noLimits } from '@/lib/access/limits'
import { createApi } from '@/lib/api/app'
import type { FreshStore } from '../../../database/fresh'
import { openPeople } from '../../access/people'
import { now } from '../seeded'
import { bodyOf, type Components, csvBody, type JsonSchema, jsonBody, type RawBody } from './bodies'
import { dates, hostile, symbols, words } from './texts'

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: JsonSchema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Components }
}

interface Sent {
  readonly method: string
  readonly address: string
  readonly body: RawBody | null
  readonly as: number
}

const inPath: Readonly<Record<string, fc.Arbitrary<string>>> = {
  slug: fc.oneof(
    fc.integer({ min: 1, max: 80 }).map((n) => `fuzz-${n}`),
    fc.constantFrom('deepseek-r1-shock', 'cambricon-half-year-growth', 'ascend-950pr'),
  ),
  id: fc.oneof(fc.integer({ min: 1, max: 400 }).map(String), fc.constantFrom('999999999999999999', '1e3', '-1')),
  symbol: fc.constantFrom(...symbols, '0005.HK', '600519.SS'),
}
const anyText = fc.oneof(fc.constantFrom(...hostile, ...words, ...dates), fc.string({ unit: 'binary', maxLength: 12 }))
const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

function addressOf(path: string, { parameters = [] }: Operation, components: Components): fc.Arbitrary<string> {
  const textFor = (name: string, schema: JsonSchema = {}) =>
    fc.oneof(
      { weight: 6, arbitrary: inPath[name] ?? bodyOf(schema, components, name).map((value) => String(value ?? '')) },
      { weight: 1, arbitrary: anyText },
    )
  const names = parameters.filter((one) => one.in === 'path')
  const asked = parameters.filter((one) => one.in === 'query')
  return fc
    .tuple(
      fc.tuple(...names.map(({ name, schema }) => textFor(name, schema))),
      fc
        .subarray([...asked])
        .chain((some) =>
          fc.tuple(...some.map(({ name, schema }) => textFor(name, schema).map((value) => [name, value]))),
        ),
    )
    .map(([parts, pairs]) => {
      const where = names.reduce(
        (whole, { name }, i) => whole.replace(`{${name}}`, () => encoded(parts[i] ?? '')),
        path,
      )
      const search = pairs.map(([name = '', value = '']) => `${name}=${encoded(value)}`).join('&')
      return search === '' ? where : `${where}?${search}`
    })
}

function requestsOf({ paths, components }: Document): fc.Arbitrary<Sent> {
  const { schemas } = components
  const as = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1, 2)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const content = operation.requestBody?.content ?? {}
      const json = content['application/json']?.schema
      const bodies = [
        ...(json === undefined ? [] : [jsonBody(itemsOr(path, json, schemas))]),
        ...(content['text/csv'] === undefined ? [] : [csvBody(fieldsOf(path, schemas))]),
      ]
      const body: fc.Arbitrary<RawBody | null> = bodies.length === 0 ? fc.constant(null) : fc.oneof(...bodies)
      const sent = fc.record({
        ...{ method: fc.constant(method.toUpperCase()), address: addressOf(path, operation, schemas) },
        ...{ body, as },
      })
      // What changes things is what this is about, most of all what many write.
      const weight = method === 'get' ? 1 : /\/(events|claims|milestones)(\/\{slug\})?$/.test(path) ? 10 : 4
      return { weight, arbitrary: sent }
    }),
  )
  return fc.oneof(...operations)
}

const newOf: Readonly<Record<string, string>> = { events: 'NewEvent', claims: 'NewClaim', milestones: 'NewMilestone' }
const schemaAt = (path: string, schemas: Components) => schemas[newOf[path.split('/').at(-1) ?? ''] ?? '']
const fieldsOf = (path: string, schemas: Components) => Object.keys(schemaAt(path, schemas)?.properties ?? { slug: {} })

/** The items of an import are of any form to the document: here they are new things. */
function itemsOr(path: string, json: JsonSchema, schemas: Components): fc.Arbitrary<unknown> {
  const item = path.includes('/import/') ? schemaAt(path, schemas) : undefined
  if (item === undefined) return bodyOf(json, schemas)
  return fc.array(bodyOf(item, schemas), { minLength: 1, maxLength: 3 }).map((items) => ({ items }))
}

const meant = [200, 201, 202, 204, 400, 401, 403, 404, 405, 409, 413, 414, 415, 422]

export interface Fuzzed {
  readonly api: ReturnType<typeof createApi>
  /** How many requests were answered with each status. */
  readonly seen: ReadonlyMap<number, number>
}

/**
 * Sends `runs` requests made of the operations of the OpenAPI document, mostly writes of an admin, to the whole app: every answer is one that is meant, every error a
 * problem. `store` is seeded.
 */
export async function fuzzWrites(store: FreshStore, runs: number): Promise<Fuzzed> {
  const people = openPeople(store, () => now)
  const cookie = await people.firstAdmin()
  const known = await people.access.identify({ headers: new Headers({ cookie }) }, now)
  const admin: Caller = { ...known, signIn: { id: known.signIn?.id ?? '', tokenAt: now } }
  const key: Caller = { ...admin, scopes: ['read', 'annotate'], via: 'key' }
  const callers = [admin, key, { ...admin, scopes: ['read'] as const }]
  let as = 0
  const { access } = people
  const identify = async () => callers[as] ?? admin
  const api = createApi({ store, now: () => now, access, limits: noLimits, identify })
  const document = (await (await api.request('/api/v1/openapi.json')).json()) as Document
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requestsOf(document), async ({ method, address, body, as: who }) => {
      as = who
      const url = `http://tidemark.test${address}`
      fc.pre(URL.canParse(url))
      const headers = { origin: 'http://tidemark.test', ...(body?.type ? { 'content-type': body.type } : {}) }
      const bytes = body === null || method === 'GET' ? {} : { body: body.bytes }
      const response = await api.request(new Request(url, { method, headers, ...bytes }))
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1)
      // The stream is answered by the web server, before the app.
      if (/^\/api\/v1\/live(\?|$)/.test(address) && response.status === 503) return
      expect(meant).toContain(response.status)
      const text = await response.text()
      if (response.status < 400) return
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(JSON.parse(text)).toMatchObject({ status: response.status, detail: expect.any(String) })
      expect(text).not.toMatch(/\bat .*\.ts:\d+|node_modules/)
    }),
    { numRuns: runs },
  )
  as = 0
  return { api, seen }
}
