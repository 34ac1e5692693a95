import { createRoute, z } from '@hono/zod-openapi'
import { listMany } from '@/lib/store/bulk/find'
import { type BulkImport, importRows } from '@/lib/store/bulk/import'
import { requireScope } from '@/lib/store/context'
import { commandContext } from '../access/context'
import { withScope } from '../access/needs'
import { fileName } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { formatParameter, query, wordParameter } from '../parameters/schema'
import { Problem } from '../problem/problem'
import { badOrUnknown, importProblems, writeProblems } from '../problem/schema'
import { mostRows, rowsOf } from './body'
import { csvOf } from './csv'
import { type BulkName, bulkKind, bulkNames } from './kinds'
import { exportSchema, importSchema } from './schema'

const states = ['published', 'draft', 'archived'] as const
const yesOrNo = (what: string) =>
  wordParameter(['true', 'false'], what)
    .default('false')
    .transform((word) => word === 'true')
    .openapi({ type: 'string' })

const exportRoute = (name: BulkName) =>
  createRoute({
    method: 'get',
    path: `/api/v1/export/${name}`,
    summary: `All ${name} with every field, in the form in which they are imported`,
    request: {
      query: query({
        format: formatParameter,
        status: wordParameter(
          [...states, 'all'],
          'Drafts and archived ones are given only to whoever may annotate',
        ).default('published'),
      }),
    },
    responses: {
      200: {
        description: 'Everything in display order; as CSV under a file name',
        content: { 'application/json': { schema: exportSchema }, 'text/csv': { schema: z.string() } },
      },
      401: writeProblems[401],
      403: writeProblems[403],
      ...badOrUnknown,
    },
  })

const importRoute = (name: BulkName) => {
  const { keyField, scope } = bulkKind(name)
  return createRoute({
    method: 'post',
    ...withScope(scope),
    path: `/api/v1/import/${name}`,
    summary: `Add and change many ${name}; found by externalId, else ${keyField}; needs the scope ${scope}`,
    request: {
      query: query({
        dryRun: yesOrNo('Tell what would change, and store nothing'),
        partial: yesOrNo('Store the good lines also when others are refused'),
      }),
      body: {
        // A required body is read as JSON whatever its type says.
        required: false,
        description: `At most ${mostRows}. A field that is not sent stays as it is`,
        content: {
          'application/json': { schema: z.strictObject({ items: z.array(z.any()) }).openapi('ImportItems') },
          'text/csv': { schema: z.string() },
        },
      },
    },
    responses: {
      200: {
        description: 'What was done, or would be, line by line',
        content: { 'application/json': { schema: importSchema } },
      },
      ...importProblems,
    },
  })
}

const mostTold = 100

/** The problem of an import that was refused whole. */
function refusedImport({ lines, totals }: BulkImport): Problem {
  const parameters = lines
    .flatMap(({ line, fields }) => fields.map(({ name, detail }) => ({ name: `lines.${line}.${name}`, detail })))
    .slice(0, mostTold)
  const [first] = parameters
  const detail = `${totals.refused} of ${lines.length} lines were refused, so nothing was stored; the first: ${first?.name}: ${first?.detail}`
  return new Problem('import-refused', detail, { parameters })
}

/** `/export/{kind}` and `/import/{kind}`. */
export const addBulk: AddRoutes = (api, deps) => {
  const { store } = deps
  for (const name of bulkNames) {
    const kind = bulkKind(name)
    api.openapi(exportRoute(name), async (c) => {
      const { format, status } = c.req.valid('query')
      if (status !== 'published') requireScope(commandContext(c, deps), 'annotate')
      const stored = await listMany(store.sql, kind, status === 'all' ? states : [status])
      const items = stored.map(({ value }) => value)
      if (format === 'json') return c.json({ items }, 200)
      return c.body(csvOf(kind, items), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${fileName(['tidemark', name], 'csv')}"`,
      })
    })
    api.openapi(importRoute(name), async (c) => {
      const rows = await rowsOf(c, kind)
      const { dryRun, partial } = c.req.valid('query')
      const done = await importRows(store, commandContext(c, deps), kind, rows, { dryRun, partial })
      if (!done.stored && !dryRun) throw refusedImport(done)
      return c.json(done as z.input<typeof importSchema>, 200)
    })
  }
}
