import type { BulkKind } from '../bulk/kind'
import type { Queryable } from '../connection/sql'
import type { CommandContext } from '../context'
import type { Stored } from '../editable/kind'
import { assertAllFound, withoutTwins } from '../editable/links'
import { readBySlug } from '../editable/readBySlug'
import { completeSlug } from '../input'
import { type MilestoneFields, milestoneDefaults, milestoneFields, milestoneInput } from './schema'

interface Row extends MilestoneFields {
  readonly id: number
  readonly version: number
  readonly managedBy: string | null
}

async function readMany(sql: Queryable, ids: readonly number[]): Promise<Stored<MilestoneFields>[]> {
  const rows = await sql<Row[]>`
    SELECT m.id, m.version, m.managed_by AS "managedBy", m.slug, m.title, m.title_zh AS "titleZh", t.slug AS topic, m.promised,
      m.shipped_on AS "shippedOn", m.evidence, m.evidence_zh AS "evidenceZh", m.evidence_url AS "evidenceUrl", m.source_name AS "sourceName",
      m.source_url AS "sourceUrl", m.publication::text AS status, m.position, m.external_id AS "externalId"
    FROM milestone m JOIN topic t ON t.id = m.topic_id WHERE m.id = ANY(${[...ids]}::int[]) ORDER BY m.position, m.slug`
  return rows.map(({ id, version, managedBy, ...value }) => ({ id, version, managedBy, value }))
}

async function columns(sql: Queryable, value: MilestoneFields) {
  const [topic] = await sql<{ id: number }[]>`SELECT id FROM topic WHERE slug = ${value.topic}`
  assertAllFound('topic', [value.topic], topic === undefined ? [] : [value.topic])
  return {
    slug: value.slug,
    title: value.title,
    title_zh: value.titleZh,
    topic_id: topic?.id ?? 0,
    promised: value.promised,
    shipped_on: value.shippedOn,
    evidence: value.evidence,
    evidence_zh: value.evidenceZh,
    evidence_url: value.evidenceUrl,
    source_name: value.sourceName,
    source_url: value.sourceUrl,
    publication: value.status,
    position: value.position,
    external_id: value.externalId,
  }
}

async function insert(sql: Queryable, ctx: CommandContext, value: MilestoneFields, managedBy: string | null) {
  const row = { ...(await columns(sql, value)), managed_by: managedBy, created_at: ctx.now, updated_at: ctx.now }
  await withoutTwins(async () => {
    await sql`INSERT INTO milestone ${sql(row)}`
  })
}

async function update(
  sql: Queryable,
  ctx: CommandContext,
  id: number,
  value: MilestoneFields,
  managedBy: string | null,
) {
  const row = { ...(await columns(sql, value)), managed_by: managedBy, updated_at: ctx.now }
  await withoutTwins(async () => {
    await sql`UPDATE milestone SET ${sql(row)}, version = version + 1 WHERE id = ${id}`
  })
}

/** Milestones, as people keep them right. */
export const milestoneKind: BulkKind<MilestoneFields> = {
  entity: 'milestone',
  scope: 'annotate',
  keyField: 'slug',
  schema: milestoneInput,
  complete: (input) => ({ ...milestoneDefaults, ...completeSlug(input.title), ...input }),
  archived: (value) => ({ ...value, status: 'archived' }),
  read: (sql, slug) => readBySlug(sql, 'milestone', slug, readMany),
  insert,
  update,
  table: { name: 'milestone', key: 'slug', externalId: 'external_id', status: 'publication' },
  fields: milestoneFields,
  optional: ['slug', ...Object.keys(milestoneDefaults)],
  readMany,
}
