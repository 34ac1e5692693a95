import {
  type ApiDocument,
  type DocumentedOperation,
  type DocumentedParameter,
  exampleOf,
} from '@/lib/api/document/types'
import type { Sql } from '@/lib/store/connection/sql'
import { listingBySymbol } from '@/lib/store/listing/list'
import { holdRows } from '@/lib/store/quarantine/hold'
import { contextAt } from '../../database/fresh'
import { now } from './seeded'

/** Stores what the examples of ids in the document name, the first of its kind: a candidate split that waits, and a request. */
export async function storeWhatExamplesName(sql: Sql): Promise<void> {
  const listing = await listingBySymbol(sql, '688256.SS')
  const payload = { kind: 'split', exDate: '2026-07-20', numerator: 10, denominator: 1 }
  const row = { entity: 'action' as const, key: '2026-07-20 split', reason: 'candidate: a test', payload }
  await holdRows(sql, contextAt('2026-07-21T00:00:00Z'), [row], { feed: 'yahoo', listingId: listing?.id ?? null })
  await sql`
    INSERT INTO refresh_request (id, kind, job, requested_by, requested_at)
    VALUES ('6f1c1d0e-3b5c-4c8e-9a0e-7d8c2f1b4a55', 'refresh', 'fx', 'test', ${now})`
}

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
