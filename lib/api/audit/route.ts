import { createRoute, z } from '@hono/zod-openapi'
import { auditedEntities } from '@/lib/store/audit/command'
import { auditEntry, listAudit } from '@/lib/store/audit/list'
import { restoreThing } from '@/lib/store/editable/commands'
import { UnknownError } from '@/lib/store/errors'
import { commandContext } from '../access/context'
import { withScope } from '../access/needs'
import type { AddRoutes } from '../deps'
import { versionInput } from '../editable/route'
import { query, wordParameter } from '../parameters/schema'
import { wrongParameter } from '../problem/problem'
import { writeProblems } from '../problem/schema'
import { auditEntrySchema, auditedThingSchema, auditSchema } from './schema'
import { undoable } from './undoable'
import { auditedThingView, auditView, entryView } from './view'

const id = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, { error: 'expected the id of an audit entry, a whole number from 1' })
  .transform(BigInt)
  .openapi({ type: 'integer', minimum: 1 })

const list = createRoute({
  ...withScope('annotate'),
  method: 'get',
  path: '/api/v1/audit',
  summary: 'Who changed what, the newest first; needs the scope annotate, for what is about people admin',
  request: {
    query: query({
      entity: wordParameter(auditedEntities, 'What was changed').optional(),
      key: z.string().max(200).optional().openapi({ description: 'Its slug, symbol or id' }),
      actor: z.string().max(400).optional(),
      action: z.string().max(60).optional(),
      until: id.optional().openapi({ description: 'Only entries older than this one' }),
    }),
  },
  responses: {
    200: {
      description: 'At most 100; `until` the last one’s id goes on',
      content: { 'application/json': { schema: auditSchema } },
    },
    ...writeProblems,
  },
})

const one = createRoute({
  ...withScope('annotate'),
  method: 'get',
  path: '/api/v1/audit/{id}',
  summary: 'One change, with the thing as it stands now; needs the scope annotate',
  request: { params: z.strictObject({ id }), query: query({}) },
  responses: {
    200: {
      description: 'The entry; `now.version` is what undoing it asks for',
      content: { 'application/json': { schema: auditedThingSchema } },
    },
    ...writeProblems,
  },
})

const undo = createRoute({
  ...withScope('annotate'),
  method: 'post',
  path: '/api/v1/audit/{id}/undo',
  summary: 'Put back what was there before a change; needs the scope that the change needed',
  request: {
    params: z.strictObject({ id }),
    query: query({}),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({ version: versionInput.openapi({ description: 'Of the thing, as it was read' }) })
            .openapi('Undo'),
        },
      },
    },
  },
  responses: {
    200: { description: 'The entry of the undoing', content: { 'application/json': { schema: auditEntrySchema } } },
    ...writeProblems,
  },
})

/** `/audit`, `/audit/{id}` and `/audit/{id}/undo`. */
export const addAudit: AddRoutes = (api, deps) => {
  const { store } = deps
  api.openapi(list, async (c) => {
    return c.json({ items: await auditView(store, commandContext(c, deps), c.req.valid('query')) }, 200)
  })
  api.openapi(one, async (c) => {
    return c.json(await auditedThingView(store, commandContext(c, deps), c.req.valid('param').id), 200)
  })
  api.openapi(undo, async (c) => {
    const ctx = commandContext(c, deps)
    const { id: entryId } = c.req.valid('param')
    const entry = await auditEntry(store.sql, entryId)
    if (entry === null) throw new UnknownError('audit entry', String(entryId))
    const kind = undoable(entry.entity)
    if (kind === null) throw wrongParameter('id', `a change of a ${entry.entity} cannot be undone here`)
    const { version } = c.req.valid('json')
    await restoreThing(store, ctx, kind, { entryId, version })
    const [done] = await listAudit(store.sql, { entity: entry.entity, key: entry.key, limit: 1 })
    return c.json(entryView(done ?? entry), 200)
  })
}
