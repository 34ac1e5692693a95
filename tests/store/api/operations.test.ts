import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiDocument, exampleOf } from '@/lib/api/document/types'
import { captureLog } from '../../log'
import { openPeople, type People } from '../access/people'
import { addressOf, type Named, operationsOf, readsOf, storeWhatExamplesName } from './operations'
import { now, type SeededApi, seededApi } from './seeded'

let seeded: SeededApi
let api: People['api']
let asAdmin: Record<string, string>
let document: ApiDocument
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
addFormats.default(ajv)
beforeAll(async () => {
  seeded = await seededApi()
  const people = openPeople(seeded.store, () => now, { publicUrl: 'http://localhost' })
  api = people.api
  asAdmin = { cookie: await people.firstAdmin(), origin: 'http://localhost' }
  await storeWhatExamplesName(seeded.store.sql)
  document = await seeded.json<ApiDocument>('/api/v1/openapi.json')
  ajv.addSchema({ $id: 'document', ...document })
})
afterAll(() => seeded.store.close())

/** What nobody is refused, because it changes nothing or nothing of anybody else. */
const takenFromAll = ['POST /api/v1/events/preview', 'DELETE /api/v1/session', 'POST /api/v1/session/passkey/options']

const operations = () => operationsOf(document)
const reads = () => readsOf(document)

/** What an answer has that the document does not say of it; empty when it is as documented. */
async function departures({ method, path, operation }: Named, response: Response): Promise<string[]> {
  const documented = operation.responses[String(response.status)]
  if (!documented)
    return [
      `answers ${response.status}, documented are ${Object.keys(operation.responses).join(', ')}: ${await response.text()}`,
    ]
  const type = response.headers.get('content-type')?.split(';', 1)[0] ?? ''
  if (!documented.content?.[type])
    return [`answers ${type}, documented are ${Object.keys(documented.content ?? {}).join(', ')}`]
  const pointer = ['paths', path, method, 'responses', String(response.status), 'content', type, 'schema']
  const reference = pointer
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/')
  const validate = ajv.compile({ $ref: `document#/${reference}` })
  const body: unknown =
    /[/+]json$/.test(type) && type !== 'application/feed+json' ? await response.json() : await response.text()
  return validate(body)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).slice(0, 5)
}

test('a validator accepts the document', async () => {
  const copy: Parameters<Validator['validate']>[0] = JSON.parse(JSON.stringify(document))
  const result = await new Validator().validate(copy)
  expect(result.errors).toBeUndefined()
  expect(result.valid).toBe(true)
})

test('every operation has a name of its own and a group, every parameter that is needed an example', () => {
  const names = operations().map(({ operation }) => operation.operationId)
  expect(names).toContain('getListingsBySymbolBars')
  expect(new Set(names).size).toBe(names.length)
  const groups = new Set(document.tags.map(({ name }) => name))
  expect(operations().filter(({ operation }) => !operation.tags.every((tag) => groups.has(tag)))).toEqual([])
  const without = operations().flatMap(({ method, path, operation }) =>
    (operation.parameters ?? [])
      .filter((parameter) => parameter.required && exampleOf(parameter) === undefined)
      .map(({ name }) => `${method} ${path}: ${name}`),
  )
  expect(without).toEqual([])
})

test('every documented GET answers as the document says', async () => {
  const wrong: string[] = []
  for (const { of, address, type } of reads()) {
    const response = await api.request(address, { headers: asAdmin })
    const found =
      response.status === 200
        ? await departures(of, response.clone())
        : [`answers ${response.status}: ${await response.clone().text()}`]
    if (type !== undefined && !response.headers.get('content-type')?.startsWith(type)) found.push(`is no ${type}`)
    wrong.push(...found.map((one) => `${address}: ${one}`))
  }
  expect(wrong).toEqual([])
  expect(reads().length).toBeGreaterThan(60)
}, 120_000)

test('a schema that says something else is told: the check can fail', async () => {
  const [of] = operations().filter(({ path }) => path === '/api/v1/listings/{symbol}/bars')
  if (!of) throw new Error('There are no bars in the document')
  const body = await seeded.json<{ meta: object }>('/api/v1/listings/NVDA/bars?from=2025-08-28')
  const json = { 'content-type': 'application/json' }
  expect(await departures(of, new Response(JSON.stringify({ ...body, close: ['x'] }), { headers: json }))).toEqual([
    '/close/0 must be number',
  ])
  expect(await departures(of, new Response(JSON.stringify({ ...body, extra: 1 }), { headers: json }))).toEqual([
    ' must NOT have additional properties',
  ])
  expect(await departures(of, new Response('<html>', { headers: { 'content-type': 'text/html' } }))).toHaveLength(1)
  expect(await departures(of, new Response('{}', { status: 418 }))).toHaveLength(1)
})

describe('what is refused', () => {
  test('a GET with a parameter that is not one is refused as the document says', async () => {
    const wrong: string[] = []
    for (const of of operations().filter(({ method, operation }) => method === 'get' && operation.responses[400])) {
      const address = addressOf(of, ({ required }) => required === true)
      // A parameter that may not stand twice, or, of UDF, one that is missing.
      const bad = of.path.startsWith('/api/udf/')
        ? of.path
        : `${address}${address.includes('?') ? '&' : '?'}x-unknown=1`
      const response = await api.request(bad, { headers: asAdmin })
      if (response.status === 200 && of.path.startsWith('/api/udf/')) continue
      wrong.push(...(await departures(of, response.clone())).map((one) => `${bad}: ${one}`))
      if (response.status !== 400) wrong.push(`${bad} answers ${response.status}`)
    }
    expect(wrong).toEqual([])
  })

  test('a write by nobody, and one without a body, are refused as the document says', async () => {
    const logged = captureLog()
    const wrong: string[] = []
    const writes = operations().filter(({ method }) => method !== 'get')
    expect(writes.length).toBeGreaterThan(3)
    for (const of of writes) {
      const address = addressOf(of, () => true)
      const method = of.method.toUpperCase()
      const body = of.operation.requestBody ? { body: '{"x-unknown": 1}' } : {}
      const json = { 'content-type': 'application/json' }
      const tries = [
        await api.request(address, { method, headers: json, ...body }),
        ...(of.operation.requestBody
          ? [await api.request(address, { method, headers: { ...json, ...asAdmin }, ...body })]
          : []),
      ]
      for (const response of tries) {
        if (response.status < 400 && !takenFromAll.includes(`${method} ${of.path}`))
          wrong.push(`${method} ${address} is not refused`)
        wrong.push(...(await departures(of, response)).map((one) => `${method} ${address}: ${one}`))
      }
    }
    expect(wrong).toEqual([])
    expect(logged.lines()).toEqual([])
    logged.restore()
  })
})
