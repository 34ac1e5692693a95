import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Store } from '@/lib/store/connection/store'
import { archiveThing, changeThing, createThing } from '@/lib/store/editable/commands'
import type { EditableKind } from '@/lib/store/editable/kind'
import { commandContext } from '../access/context'
import { withScope } from '../access/needs'
import type { ApiDeps } from '../deps'
import { json } from '../json'
import { writeProblems } from '../problem/schema'

/** One kind of thing behind `POST /api/v1/{path}`, `PATCH` and `DELETE /api/v1/{path}/{key}`. */
export interface EditableRoutes<V extends object, View extends z.ZodType> {
  /** The last part of the address, such as `events`. */
  readonly path: string
  /** What the document calls the thing, such as `Event`. */
  readonly name: string
  readonly kind: EditableKind<V>
  /** The fields that its commands take, as in the kind's schema. */
  readonly fields: z.ZodRawShape
  /** The fields that may be left out of a new one. */
  readonly optional: readonly string[]
  /** An example of a key. */
  readonly example: string
  readonly viewSchema: View
  /** The answer: the thing of a key in whatever state it is, as readers get it. */
  view(store: Store, key: string, c: Context): Promise<z.input<View>>
}

export const versionInput = z.int({ error: 'expected the version that was read, a whole number from 1' }).min(1)

const versionParameter = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'expected the version that was read, a whole number from 1' })
  .transform(Number)
  .openapi({ type: 'integer', minimum: 1, example: 1 })

/** Adds the three routes of a kind. Scopes are checked by the commands themselves, before the body is looked at. */
export function addEditable<V extends object, View extends z.ZodType>(
  api: OpenAPIHono,
  deps: ApiDeps,
  of: EditableRoutes<V, View>,
): void {
  const { kind, fields, name, path, viewSchema } = of
  const { store } = deps
  const optional = Object.fromEntries(of.optional.map((field) => [field, true as const]))
  const newSchema = z.strictObject(fields).partial(optional).openapi(`New${name}`)
  const changeSchema = z
    .strictObject({ ...fields, version: versionInput })
    .partial()
    .required({ version: true })
    .openapi(`${name}Change`)
  const { keyField } = kind
  const params = z.strictObject({ [keyField]: z.string().openapi({ example: of.example }) })
  const address = `/api/v1/${path}`
  const answer = { description: 'As it stands now', content: json(viewSchema) }

  const create = createRoute({
    ...withScope(kind.scope),
    method: 'post',
    path: address,
    summary: `Add to the ${path}; needs the scope ${kind.scope}`,
    request: { query: z.strictObject({}), body: { required: true, content: json(newSchema) } },
    responses: { 201: { ...answer, description: 'Added' }, ...writeProblems },
  })
  const change = createRoute({
    ...withScope(kind.scope),
    method: 'patch',
    path: `${address}/{${keyField}}`,
    summary: `Change the fields that are named; needs the scope ${kind.scope}`,
    request: { params, query: z.strictObject({}), body: { required: true, content: json(changeSchema) } },
    responses: { 200: answer, ...writeProblems },
  })
  const archive = createRoute({
    ...withScope(kind.scope),
    method: 'delete',
    path: `${address}/{${keyField}}`,
    summary: `Take out of sight; nothing is deleted; needs the scope ${kind.scope}`,
    request: { params, query: z.strictObject({ version: versionParameter }) },
    responses: { 200: answer, ...writeProblems },
  })
  const keyOf = (value: V) => String(value[keyField])
  const keyGiven = (c: Context) => (c.req.valid('param' as never) as Record<string, string>)[keyField] ?? ''
  const answerOf = async (c: Context, key: string, status: 200 | 201) => c.json(await of.view(store, key, c), status)

  api.openapi(create, (async (c: Context) => {
    const stored = await createThing(store, commandContext(c, deps), kind, c.req.valid('json' as never))
    return answerOf(c, keyOf(stored.value), 201)
  }) as never)
  api.openapi(change, (async (c: Context) => {
    const key = keyGiven(c)
    const { version, ...patch } = c.req.valid('json' as never) as { version: number }
    await changeThing(store, commandContext(c, deps), kind, { key, patch, version })
    return answerOf(c, key, 200)
  }) as never)
  api.openapi(archive, (async (c: Context) => {
    const key = keyGiven(c)
    const { version } = c.req.valid('query' as never) as { version: number }
    await archiveThing(store, commandContext(c, deps), kind, { key, version })
    return answerOf(c, key, 200)
  }) as never)
}
