import { apiDocument } from '@/lib/api/document/document'
import { type DocumentTag, documentTags } from '@/lib/api/document/tags'
import {
  type ApiDocument,
  type DocumentedOperation,
  type DocumentedParameter,
  type DocumentedSchema,
  exampleOf,
} from '@/lib/api/document/types'
import { pageApi } from './api'

/** A type as it is written for people: `number or null`, `array of Event`; `ref` names the schema behind it. */
export interface TypeText {
  readonly text: string
  readonly ref: string | null
}

export interface FieldDoc {
  readonly name: string
  readonly type: TypeText
  readonly required: boolean
  readonly description: string
  /** The words it can be, where there are few. */
  readonly words: readonly string[]
  readonly example: string | null
}

export interface ParameterDoc extends FieldDoc {
  readonly in: string
  readonly absent: string | null
}

export interface ResponseDoc {
  readonly status: string
  readonly description: string
  readonly forms: readonly { readonly type: string; readonly schema: TypeText | null }[]
}

export interface OperationDoc {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly parameters: readonly ParameterDoc[]
  readonly body: TypeText | null
  readonly responses: readonly ResponseDoc[]
  /** A command that asks for it with the examples of what it needs. */
  readonly curl: string
}

export interface SchemaDoc {
  readonly name: string
  readonly description: string
  readonly fields: readonly FieldDoc[]
}

const refName = (ref: string) => ref.split('/').at(-1) ?? ref

/** The type of a schema in words. */
export function typeText(schema: DocumentedSchema | undefined): TypeText {
  if (schema === undefined) return { text: 'any', ref: null }
  if (schema.$ref !== undefined) return { text: refName(schema.$ref), ref: refName(schema.$ref) }
  if (schema.anyOf !== undefined) {
    const all = schema.anyOf.map(typeText)
    return { text: all.map(({ text }) => text).join(' or '), ref: all.find(({ ref }) => ref !== null)?.ref ?? null }
  }
  const types = [schema.type ?? 'any'].flat()
  if (types.includes('array') && schema.items !== undefined) {
    const of = typeText(schema.items)
    return { text: `array of ${of.text}${types.includes('null') ? ' or null' : ''}`, ref: of.ref }
  }
  const form = schema.format === undefined ? '' : ` (${schema.format})`
  return { text: `${types.join(' or ')}${form}`, ref: null }
}

const textOf = (value: unknown) => (value === undefined || value === null ? null : String(value))

function fieldDoc(name: string, schema: DocumentedSchema | undefined, required: boolean): FieldDoc {
  const example = schema?.example
  return {
    ...{ name, type: typeText(schema), required, description: schema?.description ?? '' },
    words: (schema?.enum ?? []).map(String),
    example: typeof example === 'object' ? JSON.stringify(example) : textOf(example),
  }
}

function parameterDoc(parameter: DocumentedParameter): ParameterDoc {
  const { name, schema, required = false, description } = parameter
  const field = fieldDoc(name, schema, required)
  return {
    ...{ ...field, in: parameter.in, description: description ?? field.description },
    example: exampleOf(parameter) ?? null,
    absent: textOf(schema?.default),
  }
}

/** A text for a shell, whatever is in it. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** A value of a type, to be written over. */
function placeholder({ type, example, enum: words }: DocumentedSchema): unknown {
  if (example !== undefined) return example
  if (words?.[0] !== undefined) return words[0]
  const [first] = [type ?? 'string'].flat()
  return { integer: 1, number: 1, boolean: true, array: [], object: {} }[first ?? ''] ?? '…'
}

function bodyExample(document: ApiDocument, schema: DocumentedSchema | undefined): string {
  const whole = schema?.$ref === undefined ? schema : document.components.schemas[refName(schema.$ref)]
  const needed = Object.entries(whole?.properties ?? {}).filter(([name]) => whole?.required?.includes(name))
  return JSON.stringify(Object.fromEntries(needed.map(([name, one]) => [name, placeholder(one)])))
}

function curlOf(
  document: ApiDocument,
  method: string,
  path: string,
  operation: DocumentedOperation,
  origin: string,
): string {
  const needed = (operation.parameters ?? []).filter(({ required }) => required)
  const address = needed
    .filter((parameter) => parameter.in === 'path')
    .reduce((left, one) => left.replace(`{${one.name}}`, encodeURIComponent(exampleOf(one) ?? '')), path)
  const query = new URLSearchParams(
    needed.filter((parameter) => parameter.in === 'query').map((one) => [one.name, exampleOf(one) ?? '']),
  )
  const url = quoted(`${origin}${address}${query.size > 0 ? `?${query}` : ''}`)
  if (method === 'get') return `curl ${url}`
  const body = operation.requestBody?.content['application/json']?.schema
  return [
    `curl -X ${method.toUpperCase()} ${url}`,
    "-H 'Authorization: Bearer YOUR_KEY'",
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", `-d ${quoted(bodyExample(document, body))}`]),
  ].join(' \\\n  ')
}

function responsesOf({ responses }: DocumentedOperation): ResponseDoc[] {
  return Object.entries(responses).map(([status, { description, content = {} }]) => ({
    ...{ status, description },
    forms: Object.entries(content).map(([type, { schema }]) => ({ type, schema: schema ? typeText(schema) : null })),
  }))
}

function operationDoc(
  document: ApiDocument,
  method: string,
  path: string,
  operation: DocumentedOperation,
  origin: string,
): OperationDoc {
  const { operationId: id, summary = '', description = '', parameters = [], requestBody } = operation
  const body = requestBody?.content['application/json']?.schema
  return {
    ...{ id, method: method.toUpperCase(), path, summary, description },
    parameters: parameters.map(parameterDoc),
    body: body === undefined ? null : typeText(body),
    responses: responsesOf(operation),
    curl: curlOf(document, method, path, operation, origin),
  }
}

/** Everything that is documented, in groups, with the address of the site (`origin`) in the examples. */
export function apiDocs(origin: string) {
  const document = apiDocument(pageApi())
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      tag: one.tags[0],
      ...operationDoc(document, method, path, one, origin),
    })),
  )
  const groups = documentTags
    .map((tag): { tag: DocumentTag; operations: OperationDoc[] } => ({
      tag,
      operations: operations.filter((one) => one.tag === tag),
    }))
    .filter((group) => group.operations.length > 0)
  const schemas = Object.entries(document.components.schemas).map(
    ([name, { description = '', properties = {}, required = [] }]): SchemaDoc => ({
      ...{ name, description },
      fields: Object.entries(properties).map(([field, schema]) => fieldDoc(field, schema, required.includes(field))),
    }),
  )
  return { version: document.info.version, groups, schemas: schemas.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}
