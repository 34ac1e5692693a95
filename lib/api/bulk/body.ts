import type { Context } from 'hono'
import { fileText } from '@/lib/ingest/import/fileText'
import type { BulkKind } from '@/lib/store/bulk/kind'
import type { Row } from '@/lib/store/bulk/outcome'
import { InputError } from '@/lib/store/errors'
import { csvRows } from './csv'

/** Things that one import may have. */
export const mostRows = 5_000

function jsonRows(items: readonly unknown[]): Row[] {
  return items.map((item, index) => {
    const line = index + 1
    return typeof item === 'object' && item !== null && !Array.isArray(item)
      ? { line, fields: item as Record<string, unknown> }
      : { line, fields: {}, problems: [{ name: 'item', detail: 'expected an object' }] }
  })
}

/**
 * The rows of a request: `{items: […]}` as JSON, or CSV in UTF-8 (or GB18030, in which spreadsheets on Chinese systems save). Throws `InputError` for a body of another kind, with no
 * or with too many rows.
 */
export async function rowsOf<V extends object>(c: Context, kind: BulkKind<V>): Promise<Row[]> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const refuse = (name: string, detail: string) => new InputError([{ name, detail }])
  if (type !== 'text/csv' && type !== 'application/json') {
    throw refuse('content-type', 'expected application/json or text/csv')
  }
  const rows =
    type === 'text/csv'
      ? csvRows(kind, fileText(new Uint8Array(await c.req.arrayBuffer())))
      : jsonRows((c.req.valid('json' as never) as { items: unknown[] }).items)
  if (rows.length === 0) throw refuse('body', 'expected at least one thing')
  if (rows.length > mostRows) throw refuse('body', `expected at most ${mostRows} things, got ${rows.length}`)
  return rows
}
