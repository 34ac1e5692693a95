import { createRoute, z } from '@hono/zod-openapi'
import { claimBySlug } from '@/lib/store/claim/list'
import { claimFields } from '@/lib/store/claim/schema'
import { statuses } from '@/lib/store/input'
import { claimKind } from '@/lib/studies/claims/editable'
import { claimKinds } from '@/lib/studies/claims/kinds'
import { claimVerdicts } from '@/lib/studies/claims/result'
import { seesDrafts } from '../access/context'
import { respondCsv } from '../csv/csv'
import type { AddRoutes } from '../deps'
import { addEditable } from '../editable/route'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, formatParameter, query, wordParameter } from '../parameters/schema'
import { statusParameter, wantedStatuses } from '../parameters/status'
import { badOrUnknown, badParameter } from '../problem/schema'
import { claimTable } from './csv'
import { unknownClaim } from './find'
import { addClaimPreview } from './preview'
import { claimsSchema, judgedClaimSchema } from './schema'
import { claimsView, claimView, judgedView } from './view'

const list = createRoute({
  method: 'get',
  path: '/api/v1/claims',
  summary: 'The article’s statements with their verdicts',
  request: {
    query: query({
      verdict: wordParameter(claimVerdicts, 'Only claims of this verdict').optional(),
      status: statusParameter,
      asOf: asOfParameter,
    }),
  },
  responses: {
    200: { description: 'In display order', content: { 'application/json': { schema: claimsSchema } } },
    ...badParameter,
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/claims/{slug}',
  summary: 'One statement with everything its verdict rests on',
  request: {
    params: z.strictObject({ slug: z.string().openapi({ example: 'cambricon-half-year-growth' }) }),
    query: query({ asOf: asOfParameter, format: formatParameter }),
  },
  responses: {
    200: {
      description: 'The claim, judged with what was known when it was stated',
      content: { 'application/json': { schema: judgedClaimSchema }, 'text/csv': { schema: z.string() } },
    },
    ...badOrUnknown,
  },
})

/** `/claims` and `/claims/{slug}`. */
export const addClaims: AddRoutes = (api, deps) => {
  const { store, now } = deps
  api.openapi(list, async (c) => {
    const { asOf, verdict, status } = c.req.valid('query')
    const wanted = { verdict, status: wantedStatuses(c, status) }
    return c.json(await claimsView(store, lookedAt(asOf, now()), wanted), 200)
  })
  api.openapi(one, async (c) => {
    const { slug } = c.req.valid('param')
    const { asOf, format } = c.req.valid('query')
    const moment = lookedAt(asOf, now())
    const view = await claimView(store, slug, moment, seesDrafts(c) ? statuses : undefined)
    if (view === null) throw await unknownClaim(store, slug, moment)
    return format === 'csv' ? respondCsv(c, ['claim', slug], claimTable(view)) : c.json(view, 200)
  })
  addEditable(api, deps, {
    ...{ path: 'claims', name: 'Claim', kind: claimKind, example: 'cambricon-half-year-growth' },
    fields: { ...claimFields, kind: z.enum(claimKinds, { error: `expected one of ${claimKinds.join(', ')}` }) },
    optional: claimKind.optional,
    viewSchema: judgedClaimSchema,
    view: async (_, slug) => {
      const claim = await claimBySlug(store, slug, statuses)
      if (claim === null) throw await unknownClaim(store, slug, now())
      return judgedView(store, claim, now())
    },
  })
  addClaimPreview(api, deps)
}
