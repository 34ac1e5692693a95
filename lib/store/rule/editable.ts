import type postgres from 'postgres'
import type { Queryable } from '../connection/sql'
import type { CommandContext } from '../context'
import type { EditableKind, Stored } from '../editable/kind'
import { assertAllFound, withoutTwins } from '../editable/links'
import { InputError } from '../errors'
import { slugForm } from '../slug'
import { completeRule, type RuleInput, ruleInput } from './schema'

interface Row extends RuleInput {
  readonly id: number
  readonly version: number
  readonly managedBy: string | null
}

async function read(sql: Queryable, slug: string): Promise<Stored<RuleInput> | null> {
  if (!slugForm.test(slug)) return null
  const [row] = await sql<Row[]>`
    SELECT id, version, managed_by AS "managedBy", slug, name, name_zh AS "nameZh", kind, parameters, listings, status::text, position,
      external_id AS "externalId" FROM rule WHERE slug = ${slug} FOR UPDATE`
  if (row === undefined) return null
  const { id, version, managedBy, ...value } = row
  return { id, version, managedBy, value }
}

/** Throws `InputError` for the listings a rule names that are not stored. */
export async function assertRuleListings(
  sql: Queryable,
  { listings, parameters }: Pick<RuleInput, 'listings' | 'parameters'>,
): Promise<void> {
  const against = typeof parameters.against === 'string' ? [parameters.against] : []
  const named = [...listings, ...against]
  const found = await sql<{ symbol: string }[]>`SELECT symbol FROM listing WHERE symbol = ANY(${named})`
  const symbols = found.map(({ symbol }) => symbol)
  assertAllFound('listings', listings, symbols)
  assertAllFound('parameters.against', against, symbols)
}

/** Throws `InputError` when a rule would become one of another kind: what it has told would then be of a kind it is not. */
async function assertKind(sql: Queryable, id: number, { kind }: RuleInput): Promise<void> {
  const [stored] = await sql<{ kind: string }[]>`SELECT kind FROM rule WHERE id = ${id}`
  if (stored === undefined || stored.kind === kind) return
  throw new InputError([{ name: 'kind', detail: `is never changed (it is ${stored.kind}): add another rule` }])
}

const columns = (sql: Queryable, value: RuleInput) => ({
  slug: value.slug,
  name: value.name,
  name_zh: value.nameZh,
  kind: value.kind,
  parameters: sql.json(value.parameters as postgres.JSONValue),
  listings: [...value.listings],
  status: value.status,
  position: value.position,
  external_id: value.externalId,
})

async function insert(sql: Queryable, ctx: CommandContext, value: RuleInput, managedBy: string | null): Promise<void> {
  await assertRuleListings(sql, value)
  const row = { ...columns(sql, value), managed_by: managedBy, created_at: ctx.now, updated_at: ctx.now }
  await withoutTwins(() => sql`INSERT INTO rule ${sql(row)}`)
}

async function update(
  sql: Queryable,
  ctx: CommandContext,
  id: number,
  value: RuleInput,
  managedBy: string | null,
): Promise<void> {
  await assertRuleListings(sql, value)
  await assertKind(sql, id, value)
  const row = { ...columns(sql, value), managed_by: managedBy, updated_at: ctx.now }
  await withoutTwins(() => sql`UPDATE rule SET ${sql(row)}, version = version + 1 WHERE id = ${id}`)
}

/** Rules, as admins keep them. */
export const ruleKind: EditableKind<RuleInput> = {
  entity: 'rule',
  scope: 'admin',
  keyField: 'slug',
  schema: ruleInput,
  complete: completeRule,
  archived: (value) => ({ ...value, status: 'archived' }),
  read,
  insert,
  update,
}
