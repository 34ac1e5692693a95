import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { requireScope } from '@/lib/store/context'
import { parsedInput } from '@/lib/store/editable/value'
import { assertRuleListings, ruleKind } from '@/lib/store/rule/editable'
import { ruleDefaults, ruleFields, ruleInput } from '@/lib/store/rule/schema'
import { commandContext } from '../access/context'
import { withScope } from '../access/needs'
import type { AddRoutes, ApiDeps } from '../deps'
import { addEditable } from '../editable/route'
import { lookedAt } from '../parameters/asOf'
import { asOfParameter, dateParameter, query, rangeError, rangeInOrder, wordParameter } from '../parameters/schema'
import { badOrUnknown, writeProblems } from '../problem/schema'
import { backtestView } from './backtestView'
import { findRule } from './find'
import { backtestSchema, ruleSchema, rulesSchema } from './schema'
import { storedBacktest } from './storedBacktest'
import { rulesView } from './view'

const ruleStates = ['draft', 'published', 'archived'] as const
const params = z.strictObject({ slug: z.string().openapi({ example: 'abnormal-return' }) })
const span = {
  from: dateParameter('First day counted; the first stored session when not given'),
  to: dateParameter('Last day counted; today when not given'),
}

const list = createRoute({
  method: 'get',
  path: '/api/v1/rules',
  summary: 'The rules that signals come from',
  request: {
    query: query({
      status: wordParameter([...ruleStates, 'all'], 'Drafts and archived ones are shown only to admins').default(
        'published',
      ),
      asOf: asOfParameter,
    }),
  },
  responses: {
    200: { description: 'In display order', content: { 'application/json': { schema: rulesSchema } } },
    ...badOrUnknown,
  },
})

const one = createRoute({
  method: 'get',
  path: '/api/v1/rules/{slug}',
  summary: 'One rule',
  request: { params, query: query({}) },
  responses: {
    200: { description: 'The rule', content: { 'application/json': { schema: ruleSchema } } },
    ...badOrUnknown,
  },
})

const backtest = createRoute({
  method: 'get',
  path: '/api/v1/rules/{slug}/backtest',
  summary: 'How often a rule would have come true over the stored history',
  request: { params, query: query({ ...span }).refine(rangeInOrder, rangeError) },
  responses: {
    200: { description: 'Computed, not stored', content: { 'application/json': { schema: backtestSchema } } },
    ...badOrUnknown,
  },
})

const newRule = z.strictObject({
  kind: ruleFields.kind,
  parameters: ruleFields.parameters,
  listings: ruleFields.listings,
})

const preview = createRoute({
  ...withScope('admin'),
  method: 'post',
  path: '/api/v1/rules/preview',
  summary: 'The same for a rule that is not stored; needs the scope admin',
  request: {
    query: query({ ...span }).refine(rangeInOrder, rangeError),
    body: {
      required: true,
      content: {
        'application/json': { schema: newRule.partial({ parameters: true, listings: true }).openapi('RulePreview') },
      },
    },
  },
  responses: {
    200: { description: 'Computed, not stored', content: { 'application/json': { schema: backtestSchema } } },
    ...writeProblems,
  },
})

async function ruleView({ store, now }: ApiDeps, slug: string, status: readonly (typeof ruleStates)[number][]) {
  await findRule(store, slug, undefined, status)
  const [view] = (await rulesView(store, { slug, status }, now())).items
  if (view === undefined) throw new Error(`the rule "${slug}" is of no kind that is known here`)
  return view
}

/** The states whose rules a caller may see: drafts and archived ones are for admins. */
const statesFor = (c: Context) => (c.get('caller').scopes.includes('admin') ? ruleStates : (['published'] as const))

function addReads(api: Parameters<AddRoutes>[0], deps: ApiDeps): void {
  const { store, now } = deps
  api.openapi(list, async (c) => {
    const { status, asOf } = c.req.valid('query')
    if (status !== 'published') requireScope(commandContext(c, deps), 'admin')
    const states = status === 'all' ? ruleStates : [status]
    return c.json(await rulesView(store, { status: states }, lookedAt(asOf, now())), 200)
  })
  api.openapi(one, async (c) => {
    const { slug } = c.req.valid('param')
    return c.json(await ruleView(deps, slug, statesFor(c)), 200)
  })
}

function addBacktests(api: Parameters<AddRoutes>[0], deps: ApiDeps): void {
  const { store, now } = deps
  api.openapi(backtest, async (c) => {
    const { slug } = c.req.valid('param')
    const { from, to } = c.req.valid('query')
    return c.json(await storedBacktest(store, slug, { from, to }, now(), statesFor(c)), 200)
  })
  api.openapi(preview, async (c) => {
    const { kind, parameters = {}, listings = [] } = c.req.valid('json')
    const named = { slug: 'preview', name: 'preview', nameZh: 'preview' }
    const rule = parsedInput(ruleInput, { ...ruleDefaults, ...named, kind, parameters, listings })
    await assertRuleListings(store.sql, rule)
    const unsaved = { ...rule, id: null, slug: null }
    return c.json(await backtestView(store, unsaved, c.req.valid('query'), now()), 200)
  })
}

/** `/rules`, each rule, its back-test, and the back-test of one that is not stored. */
export const addRules: AddRoutes = (api, deps) => {
  addReads(api, deps)
  addBacktests(api, deps)
  addEditable(api, deps, {
    ...{ path: 'rules', name: 'Rule', kind: ruleKind, fields: ruleFields, example: 'abnormal-return' },
    optional: ['slug', ...Object.keys(ruleDefaults)],
    viewSchema: ruleSchema,
    view: (_, slug) => ruleView(deps, slug, ruleStates),
  })
}
