import type postgres from 'postgres'
import type { z } from 'zod'
import type { BulkKind } from '../bulk/kind'
import type { Queryable } from '../connection/sql'
import type { CommandContext } from '../context'
import type { Stored } from '../editable/kind'
import { withoutTwins } from '../editable/links'
import { readBySlug } from '../editable/readBySlug'
import { completeSlug } from '../input'
import { type ClaimFields, claimDefaults, claimFields } from './schema'

interface Row extends ClaimFields {
  readonly id: number
  readonly version: number
  readonly managedBy: string | null
}

async function readMany(sql: Queryable, ids: readonly number[]): Promise<Stored<ClaimFields>[]> {
  const rows = await sql<Row[]>`
    SELECT id, version, managed_by AS "managedBy", slug, statement, statement_zh AS "statementZh", kind, parameters, stated_on AS "statedOn",
      source_name AS "sourceName", source_url AS "sourceUrl", status::text, position, external_id AS "externalId"
    FROM claim WHERE id = ANY(${[...ids]}::int[]) ORDER BY position, slug`
  return rows.map(({ id, version, managedBy, ...value }) => ({ id, version, managedBy, value }))
}

const columns = (sql: Queryable, value: ClaimFields) => ({
  slug: value.slug,
  statement: value.statement,
  statement_zh: value.statementZh,
  kind: value.kind,
  parameters: sql.json(value.parameters as postgres.JSONValue),
  stated_on: value.statedOn,
  source_name: value.sourceName,
  source_url: value.sourceUrl,
  status: value.status,
  position: value.position,
  external_id: value.externalId,
})

async function insert(sql: Queryable, ctx: CommandContext, value: ClaimFields, managedBy: string | null) {
  const row = { ...columns(sql, value), managed_by: managedBy, created_at: ctx.now, updated_at: ctx.now }
  await withoutTwins(async () => {
    await sql`INSERT INTO claim ${sql(row)}`
  })
}

async function update(sql: Queryable, ctx: CommandContext, id: number, value: ClaimFields, managedBy: string | null) {
  const row = { ...columns(sql, value), managed_by: managedBy, updated_at: ctx.now }
  await withoutTwins(async () => {
    await sql`UPDATE claim SET ${sql(row)}, version = version + 1 WHERE id = ${id}`
  })
}

/** Claims, as people keep them right, for whoever knows what the parameters of each kind may be: `schema` checks a whole claim. */
export function claimKindOf(schema: z.ZodType<ClaimFields>): BulkKind<ClaimFields> {
  return {
    entity: 'claim',
    scope: 'annotate',
    keyField: 'slug',
    schema,
    complete: (input) => ({ ...claimDefaults, ...completeSlug(input.statement), ...input }),
    archived: (value) => ({ ...value, status: 'archived' }),
    read: (sql, slug) => readBySlug(sql, 'claim', slug, readMany),
    insert,
    update,
    table: { name: 'claim', key: 'slug', externalId: 'external_id', status: 'status' },
    fields: claimFields,
    optional: ['slug', ...Object.keys(claimDefaults)],
    readMany,
  }
}
