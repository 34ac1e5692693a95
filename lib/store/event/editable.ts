import type { BulkKind } from '../bulk/kind'
import type { Queryable } from '../connection/sql'
import type { CommandContext } from '../context'
import type { Stored } from '../editable/kind'
import { assertAllFound, withoutTwins } from '../editable/links'
import { readBySlug } from '../editable/readBySlug'
import { completeEvent, type EventInput, eventDefaults, eventFields, eventInput } from './schema'

interface Row extends EventInput {
  readonly id: number
  readonly version: number
  readonly managedBy: string | null
}

async function readMany(sql: Queryable, ids: readonly number[]): Promise<Stored<EventInput>[]> {
  const rows = await sql<Row[]>`
    SELECT e.id, e.version, e.managed_by AS "managedBy", e.slug, e.kind::text, e.title, e.title_zh AS "titleZh", e.text, e.text_zh AS "textZh",
      e.start, e."end", e.precision::text, e.phase::text, e.time_note AS "timeNote", e.time_note_zh AS "timeNoteZh", e.status::text,
      e.source_name AS "sourceName", e.source_url AS "sourceUrl", e.confirmed, e.tags,
      ARRAY(SELECT t.slug FROM event_topic x JOIN topic t ON t.id = x.topic_id WHERE x.event_id = e.id ORDER BY x.position, t.id) AS topics,
      ARRAY(SELECT l.symbol FROM event_listing x JOIN listing l ON l.id = x.listing_id WHERE x.event_id = e.id ORDER BY x.position) AS listings,
      e.external_id AS "externalId"
    FROM event e WHERE e.id = ANY(${[...ids]}::int[]) ORDER BY e.start, e.slug`
  return rows.map(({ id, version, managedBy, ...value }) => ({ id, version, managedBy, value }))
}

async function link(sql: Queryable, id: number, { topics, listings }: EventInput): Promise<void> {
  await sql`DELETE FROM event_topic WHERE event_id = ${id}`
  await sql`DELETE FROM event_listing WHERE event_id = ${id}`
  const linkedTopics = await sql<{ name: string }[]>`
    WITH named AS (SELECT * FROM unnest(${[...topics]}::text[]) WITH ORDINALITY AS n(name, position)),
      linked AS (INSERT INTO event_topic (event_id, topic_id, position)
        SELECT ${id}, t.id, n.position FROM named n JOIN topic t ON t.slug = n.name RETURNING topic_id)
    SELECT t.slug AS name FROM linked JOIN topic t ON t.id = linked.topic_id`
  const linkedListings = await sql<{ name: string }[]>`
    WITH named AS (SELECT * FROM unnest(${[...listings]}::text[]) WITH ORDINALITY AS n(name, position)),
      linked AS (INSERT INTO event_listing (event_id, listing_id, position)
        SELECT ${id}, l.id, n.position FROM named n JOIN listing l ON l.symbol = n.name RETURNING listing_id)
    SELECT l.symbol AS name FROM linked JOIN listing l ON l.id = linked.listing_id`
  const nameOf = ({ name }: { name: string }) => name
  assertAllFound('topics', topics, linkedTopics.map(nameOf))
  assertAllFound('listings', listings, linkedListings.map(nameOf))
}

const columns = (value: EventInput) => ({
  slug: value.slug,
  kind: value.kind,
  title: value.title,
  title_zh: value.titleZh,
  text: value.text,
  text_zh: value.textZh,
  start: value.start,
  end: value.end,
  precision: value.precision,
  phase: value.phase,
  time_note: value.timeNote,
  time_note_zh: value.timeNoteZh,
  status: value.status,
  source_name: value.sourceName,
  source_url: value.sourceUrl,
  confirmed: value.confirmed,
  tags: value.tags,
  external_id: value.externalId,
})

async function insert(sql: Queryable, ctx: CommandContext, value: EventInput, managedBy: string | null): Promise<void> {
  const row = { ...columns(value), managed_by: managedBy, created_at: ctx.now, updated_at: ctx.now }
  const [added] = await withoutTwins(() => sql<{ id: number }[]>`INSERT INTO event ${sql(row)} RETURNING id`)
  if (added === undefined) throw new Error(`the event "${value.slug}" was not added`)
  await link(sql, added.id, value)
}

async function update(
  sql: Queryable,
  ctx: CommandContext,
  id: number,
  value: EventInput,
  managedBy: string | null,
): Promise<void> {
  const row = { ...columns(value), managed_by: managedBy, updated_at: ctx.now }
  await withoutTwins(() => sql`UPDATE event SET ${sql(row)}, version = version + 1 WHERE id = ${id}`)
  await link(sql, id, value)
}

/** Events, as people keep them right. */
export const eventKind: BulkKind<EventInput> = {
  entity: 'event',
  scope: 'annotate',
  keyField: 'slug',
  schema: eventInput,
  complete: completeEvent,
  archived: (value) => ({ ...value, status: 'archived' }),
  read: (sql, slug) => readBySlug(sql, 'event', slug, readMany),
  insert,
  update,
  table: { name: 'event', key: 'slug', externalId: 'external_id', status: 'status' },
  fields: eventFields,
  optional: ['slug', 'precision', 'phase', ...Object.keys(eventDefaults)],
  readMany,
}
