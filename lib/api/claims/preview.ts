import { createRoute, z } from '@hono/zod-openapi'
import { type ClaimFields, claimDefaults, claimFields } from '@/lib/store/claim/schema'
import { parsedInput } from '@/lib/store/editable/value'
import { checkedClaim } from '@/lib/studies/claims/editable'
import { withScope } from '../access/needs'
import type { AddRoutes } from '../deps'
import { query } from '../parameters/schema'
import { writeProblems } from '../problem/schema'
import { judgedClaimSchema } from './schema'
import { judgedView } from './view'

const proposalSchema = z
  .strictObject({ ...claimFields, kind: z.string() })
  .partial()
  .required({ kind: true, parameters: true, statedOn: true })
  .openapi('ClaimProposal')

const route = createRoute({
  method: 'post',
  path: '/api/v1/claims/preview',
  ...withScope('annotate'),
  summary: 'The verdict a claim would get, without storing it; needs the scope annotate',
  request: {
    query: query({}),
    body: { required: true, content: { 'application/json': { schema: proposalSchema } } },
  },
  responses: {
    200: { description: 'As its page would show it', content: { 'application/json': { schema: judgedClaimSchema } } },
    ...writeProblems,
  },
})

/** What a proposal may still lack: a verdict rests on none of it. */
const unnamed = { slug: 'proposal', statement: '…', statementZh: '…', sourceName: '…' } as const

/** `/claims/preview`. */
export const addClaimPreview: AddRoutes = (api, { store, now }) => {
  api.openapi(route, async (c) => {
    const claim: ClaimFields = parsedInput(checkedClaim, { ...claimDefaults, ...unnamed, ...c.req.valid('json') })
    const proposed = { ...claim, version: 0, managedBy: null, createdAt: now() }
    return c.json(await judgedView(store, proposed, now()), 200)
  })
}
