import fc from 'fast-check'
import { meant } from './meant'
import { dates, hostile, symbols, words } from './texts'

/** A JSON schema as the OpenAPI document has it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
}

export type Components = Readonly<Record<string, JsonSchema>>

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('A note', '一则笔记', 'x', 'Zwei Wörter', 'a; b', '-5%', "'quoted") },
  { weight: 2, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

/** What a field may well hold, by its name. */
const plausible: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  slug: fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((n) => `fuzz-${n}`),
    fc.constantFrom('deepseek-r1-shock', 'cambricon-half-year-growth', 'ascend-950pr'),
  ),
  externalId: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 40 }).map((n) => `x-${n}`),
  ),
  version: fc.constantFrom(1, 1, 1, 2, 3, 4),
  start: fc.constantFrom('2025-08-22', '2025-08-21T07:00Z', '2025-09', '9999-12-31', '0001-01-01', ...dates),
  end: fc.constantFrom(null, null, null, '2025-08-23', '2025-10'),
  precision: fc.constantFrom('day', 'minute', 'month'),
  phase: fc.constantFrom('pre', 'intraday', 'after', 'unknown'),
  status: fc.constantFrom('draft', 'published', 'archived', 'delisted'),
  statedOn: fc.constantFrom('2025-09-19', '1999-01-01', '9999-12-31', ...dates),
  promised: fc.constantFrom(null, '2027', '2026-Q1', '2026-03', '9999', '0000'),
  shippedOn: fc.constantFrom(null, '2026-03', '2026-Q2'),
  sourceUrl: fc.constantFrom(null, 'https://example.org/a', 'javascript:alert(1)', 'https://寒武纪.cn/?q=💥'),
  evidenceUrl: fc.constantFrom(null, 'https://example.org/a'),
  topic: fc.constantFrom('huawei', 'nvidia', 'nowhere'),
  topics: fc.constantFrom([], ['nvidia'], ['cambricon', 'nvidia'], ['nowhere']),
  listings: fc.constantFrom([], ['NVDA'], ['688256.SS', 'NVDA'], ['NOPE']),
  symbol: fc.constantFrom('0005.HK', '0011.HK', '600519.SS', 'MSFT', 'NVDA', 'NOPE'),
  trackedFrom: fc.constantFrom('2024-01-02', '2020-01-02', '1900-01-01', ...dates),
  benchmark: fc.constantFrom(null, '^GSPC', 'NVDA', 'NOPE'),
  position: fc.constantFrom(1, 100, -1, 1e9, 1.5),
  parameters: fc.oneof(
    fc.constantFrom({ needs: 'a test', needsZh: '测试' }, { needs: '=1', needsZh: '<b>' }),
    fc.constant({ topic: 'cambricon', quarters: ['2025-Q1', '2025-Q2'] }),
    fc.constantFrom({}, { needs: '' }, { a: { b: { c: [1, 2, { d: null }] } } }),
  ),
  email: fc.constantFrom('eve@example.org', 'ada@example.org', 'no address'),
  password: fc.constantFrom('a long enough secret 7', 'short'),
  token: fc.constantFrom('x'.repeat(43), 'y'),
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 1e21, 2 ** 53, 1.5, '', [], {}, [[]], [null], { a: 1 }),
  fc.constantFrom<unknown>(...hostile, ...words, ...dates, ...symbols),
  fc.jsonValue({ maxDepth: 3 }),
)

function resolved(schema: JsonSchema, components: Components): JsonSchema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (components[name] ?? {})
}

/** A value that a schema may well take, with now and then a part that it does not. */
export function bodyOf(schema: JsonSchema, components: Components, name = ''): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 24, arbitrary: likely(resolved(schema, components), components, name) },
    { weight: 1, arbitrary: odd },
  )
}

function likely(schema: JsonSchema, components: Components, name: string): fc.Arbitrary<unknown> {
  const known = Object.hasOwn(plausible, name) ? plausible[name] : undefined
  if (known !== undefined) return known
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined) return fc.constant(schema.const)
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices !== undefined) return fc.oneof(...choices.map((one) => bodyOf(one, components)))
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  const arbitraries = types.map((type) => ofType(type, schema, components, name))
  return arbitraries.length === 0 ? odd : fc.oneof(...arbitraries)
}

function ofType(type: string, schema: JsonSchema, components: Components, name: string): fc.Arbitrary<unknown> {
  if (type === 'object') return objectOf(schema, components)
  if (type === 'array') return fc.array(bodyOf(schema.items ?? {}, components, name), { maxLength: 4 })
  if (type === 'string') return text
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.oneof(fc.integer({ min: 0, max: 10 }), fc.maxSafeInteger())
  if (type === 'number') return fc.double()
  return fc.constant(null)
}

function objectOf(schema: JsonSchema, components: Components): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: meantObject(schema, components) },
    { weight: 1, arbitrary: wildObject(schema, components) },
  )
}

/** An object that is meant well: what is required and a little more, with now and then one field as it may come. */
function meantObject({ properties = {}, required = [] }: JsonSchema, components: Components): fc.Arbitrary<unknown> {
  const names = Object.keys(properties)
  const field = (name: string) => fieldMeant(name, properties[name] ?? {}, components)
  // A new thing is named, so that it can be changed, and a day has its phase.
  const named = 'version' in properties ? [] : ['slug', 'phase'].filter((name) => name in properties)
  const optional = names.filter((name) => !required.includes(name) && Object.hasOwn(meant, name))
  const others = fc.subarray(optional, { maxLength: Math.min(4, optional.length) })
  const spoilt = fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(names, { maxLength: Math.min(1, names.length) }) },
  )
  return fc.tuple(others, spoilt).chain(([more, wrong]) => {
    const wanted = [...new Set([...required, ...named, ...more, ...wrong])]
    const fields = wanted.map((name) =>
      wrong.includes(name) ? bodyOf(properties[name] ?? {}, components, name) : field(name),
    )
    return fc.tuple(...fields).map((values) => Object.fromEntries(wanted.map((name, i) => [name, values[i]])))
  })
}

/** A value that is meant well, where the schema of the field has it. */
function fieldMeant(name: string, schema: JsonSchema, components: Components): fc.Arbitrary<unknown> {
  const choices = resolved(schema, components).enum
  const known = Object.hasOwn(meant, name) ? meant[name] : undefined
  if (choices === undefined) return known ?? likely(resolved(schema, components), components, name)
  return known === undefined
    ? fc.constantFrom(...choices)
    : fc.oneof(known, fc.constantFrom(...choices)).map((one) => (choices.includes(one) ? one : choices[0]))
}

function wildObject({ properties = {}, required = [] }: JsonSchema, components: Components): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) =>
    fc.tuple(
      fc.constant(name),
      bodyOf(schema, components, name),
      fc.integer({ min: 0, max: 99 }).map((chance) => chance < (required.includes(name) ? 97 : 50)),
    ),
  )
  const stray = fc.oneof(
    { weight: 19, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('__proto__', 'constructor', 'x', ''), odd).map((one) => [one]) },
  )
  return fc
    .tuple(fc.tuple(...fields), stray)
    .map(([some, more]) =>
      Object.fromEntries([...some.flatMap(([name, value, is]) => (is ? [[name, value]] : [])), ...more]),
    )
}

/** A body with its type: bytes as they would come. */
export interface RawBody {
  readonly type: string | null
  readonly bytes: Uint8Array<ArrayBuffer> | string
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** JSON as it is written by programs that mean well, and by others. */
export function jsonBody(value: fc.Arbitrary<unknown>): fc.Arbitrary<RawBody> {
  const json = value.map((one) => JSON.stringify(one) ?? 'null')
  const is = (type: string | null, bytes: RawBody['bytes']): RawBody => ({ type, bytes })
  const plain = json.map((text) => is('application/json', text))
  const depth = fc.constantFrom(40, 5_000, 100_000)
  return fc.oneof(
    { weight: 30, arbitrary: plain },
    { weight: 1, arbitrary: json.map((text) => is('application/json; charset=utf-16', utf16(text))) },
    { weight: 1, arbitrary: json.map((text) => is('application/json', latin1(text))) },
    { weight: 1, arbitrary: json.map((text) => is('application/json', `\ufeff${text}`)) },
    { weight: 1, arbitrary: json.map((text) => is('application/json', text.slice(0, -1))) },
    { weight: 1, arbitrary: json.map((text) => is('application/json', text.replace(/:(\d|")/, ':1e400,"x":$1'))) },
    {
      weight: 1,
      arbitrary: depth.map((n) => is('application/json', `{"parameters":${'['.repeat(n)}${']'.repeat(n)}}`)),
    },
    { weight: 1, arbitrary: depth.map((n) => is('application/json', '{"a":'.repeat(n))) },
    { weight: 1, arbitrary: json.map((text) => is('text/plain', text)) },
    { weight: 1, arbitrary: json.map((text) => is(null, text)) },
    { weight: 1, arbitrary: json.map((text) => is('multipart/form-data', text)) },
    { weight: 1, arbitrary: json.map((text) => is('application/x-www-form-urlencoded', text)) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('', ' ', 'null', '[]', '1', '"x"', 'NaN', '{}')
        .map((text) => is('application/json', text)),
    },
    {
      weight: 1,
      arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => is('application/json', new Uint8Array(bytes))),
    },
    { weight: 1, arbitrary: fc.constant(is('application/json', `{"title":"${'x'.repeat(270_000)}"}`)) },
  )
}

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', '2025-08-22', 'after', 'true', 'NVDA', 'A note', 'draft', '1', '{}') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...hostile, '"', '""', "'=1", '{"a":', '[[[[', 'a;b\\', 'nvidia; cambricon'),
  },
)

/** A CSV with some of the fields as its head, sound and unsound. */
export function csvBody(fields: readonly string[]): fc.Arbitrary<RawBody> {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return fc
    .tuple(
      fc.subarray([...fields], { minLength: 1 }),
      fc.array(fc.array(cell, { minLength: 1, maxLength: 20 }), { maxLength: 5 }),
    )
    .chain(([head, rows]) => {
      const whole = rows.map((row) =>
        head.map((name, i) => (name === 'slug' ? `fuzz-${i}` : (row[i % row.length] ?? ''))),
      )
      const text = [head, ...whole].map((row) => row.map(quoted).join(',')).join('\r\n')
      return fc.constantFrom<RawBody>(
        { type: 'text/csv', bytes: text },
        { type: 'text/csv; charset=utf-8', bytes: text.replaceAll(',', ';') },
        { type: 'text/csv', bytes: text.replaceAll('"', '') },
        { type: 'text/csv', bytes: utf16(text) },
        { type: 'text/csv', bytes: `${text}"` },
      )
    })
}
