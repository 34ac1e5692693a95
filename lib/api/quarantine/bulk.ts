import { createRoute, z } from '@hono/zod-openapi'
import { releaseRow } from '@/lib/ingest/release/release'
import type { Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'
import { QuarantineError, rejectReason, rejectRow } from '@/lib/store/quarantine/close'
import { commandContext } from '../access/context'
import { withScope } from '../access/needs'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import { outcomesSchema, type QuarantineOutcomes } from './schema'

const most = 200

const bulkSchema = z
  .strictObject({
    ids: z
      .array(z.int().min(1))
      .min(1, { error: `expected 1 to ${most} ids` })
      .max(most, { error: `expected 1 to ${most} ids` }),
    action: z.enum(['release', 'reject'], { error: 'expected release or reject' }),
    reason: rejectReason.shape.reason.optional(),
  })
  .openapi('QuarantineBulk')

const route = createRoute({
  method: 'post',
  path: '/api/v1/quarantine/bulk',
  ...withScope('admin'),
  summary: 'Release or reject many held rows, each by itself; needs the scope admin',
  request: { query: query({}), body: { required: true, content: { 'application/json': { schema: bulkSchema } } } },
  responses: {
    200: { description: 'What became of each', content: { 'application/json': { schema: outcomesSchema } } },
    ...writeProblems,
  },
})

type Outcome = QuarantineOutcomes['items'][number]

async function answered(
  store: Store,
  ctx: CommandContext,
  id: number,
  { action, reason }: z.output<typeof bulkSchema>,
): Promise<Outcome> {
  try {
    if (action === 'release') await releaseRow(store, ctx, BigInt(id))
    else await rejectRow(store, ctx, BigInt(id), reason)
    return { id, outcome: action === 'release' ? 'released' : 'rejected', detail: null }
  } catch (error) {
    if (!(error instanceof QuarantineError)) throw error
    return { id, outcome: 'refused', detail: error.message }
  }
}

/** `/quarantine/bulk`. */
export const addBulk: AddRoutes = (api, deps) => {
  api.openapi(route, async (c) => {
    const body = c.req.valid('json')
    const items: Outcome[] = []
    // One after the other, the oldest first: a session that is let in changes what is believed of the next.
    for (const id of [...new Set(body.ids)].sort((a, b) => a - b)) {
      items.push(await answered(deps.store, commandContext(c, deps), id, body))
    }
    return c.json({ items }, 200)
  })
}
