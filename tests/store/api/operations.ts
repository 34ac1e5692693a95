import {
  type ApiDocument,
  type DocumentedOperation,
  type DocumentedParameter,
  exampleOf,
} from '@/lib/api/document/types'

/** An operation of the document with its address. */
export interface Named {
  readonly method: string
  readonly path: string
  readonly operation: DocumentedOperation
}

/** Every operation of the document. */
export const operationsOf = (document: ApiDocument): Named[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )

/** The address of an operation with the examples of those of its parameters that are `wanted`. */
export function addressOf(
  { path, operation }: Named,
  wanted: (parameter: DocumentedParameter) => boolean,
  more: Record<string, string> = {},
): string {
  const given = (operation.parameters ?? []).filter(wanted)
  const parameters = new URLSearchParams()
  let address = path
  for (const parameter of given) {
    const value = more[parameter.name] ?? exampleOf(parameter)
    if (value === undefined) continue
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(value))
    else if (parameter.in === 'query') parameters.set(parameter.name, value)
  }
  return parameters.size > 0 ? `${address}?${parameters}` : address
}

/** Every GET of the document with its parameters: those it needs, all it has, and as CSV where it has that. */
export function readsOf(
  document: ApiDocument,
): { readonly of: Named; readonly address: string; readonly type?: string }[] {
  return (
    operationsOf(document)
      // The stream of live changes is answered by the web server itself, and never ends.
      .filter(({ method, path }) => method === 'get' && path !== '/api/v1/live')
      .flatMap((of) => {
        const [needed, all] = [addressOf(of, ({ required }) => required === true), addressOf(of, () => true)]
        const csv = addressOf(of, ({ name, required }) => required === true || name === 'format', { format: 'csv' })
        const hasCsv = of.operation.responses[200]?.content?.['text/csv'] !== undefined
        return [
          { of, address: needed },
          ...(all === needed ? [] : [{ of, address: all }]),
          ...(hasCsv ? [{ of, address: csv, type: 'text/csv' }] : []),
        ]
      })
  )
}
