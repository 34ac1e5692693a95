/** The parts of a JSON schema that are shown and checked. */
export interface DocumentedSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly example?: unknown
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly items?: DocumentedSchema
  readonly anyOf?: readonly DocumentedSchema[]
  readonly properties?: Readonly<Record<string, DocumentedSchema>>
  readonly required?: readonly string[]
}

export interface DocumentedParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly description?: string
  readonly example?: unknown
  readonly schema?: DocumentedSchema
}

export type DocumentedContent = Readonly<Record<string, { readonly schema?: DocumentedSchema }>>

export interface DocumentedOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly DocumentedParameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: DocumentedContent }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: DocumentedContent }>>
}

/** The parts of an OpenAPI 3.1 document that are shown and checked. */
export interface ApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, DocumentedSchema>> }
}

/** What a parameter is called with in an example; undefined when it is left out there. */
export function exampleOf({ example, schema }: DocumentedParameter): string | undefined {
  const value = example ?? schema?.example ?? schema?.default ?? schema?.enum?.[0]
  return value === undefined ? undefined : String(value)
}
