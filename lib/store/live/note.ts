import type { Queryable } from '../connection/sql'
import type { CommandContext } from '../context'
import type { LiveTopic } from './topics'

/** The channel on which every process hears that a line of the log was committed. */
export const liveChannel = 'tidemark_live'

/**
 * Writes into the log of live changes that `key` of `topic` (all of it when empty) has changed, and has whoever listens told when the transaction commits: the line and its
 * notice come about with the change itself or not at all. Postgres tells equal notices of one transaction once. The notice carries the id alone.
 */
export async function noteChange(
  sql: Queryable,
  { now }: Pick<CommandContext, 'now'>,
  topic: LiveTopic,
  key = '',
): Promise<void> {
  await sql`
    WITH line AS (
      INSERT INTO live_change (at, topic, key, transaction) VALUES (${now}, ${topic}, ${key}, pg_current_xact_id()::text::bigint) RETURNING id)
    SELECT pg_notify(${liveChannel}, id::text) FROM line`
}

/** As `noteChange`, for the listing of an id: the key is its symbol. */
export async function noteListingChange(
  sql: Queryable,
  ctx: Pick<CommandContext, 'now'>,
  topic: LiveTopic,
  listingId: number,
): Promise<void> {
  await noteListingChanges(sql, ctx, topic, [listingId])
}

/** As `noteListingChange`, for many listings at once: a line each. */
export async function noteListingChanges(
  sql: Queryable,
  { now }: Pick<CommandContext, 'now'>,
  topic: LiveTopic,
  listingIds: readonly number[],
): Promise<void> {
  if (listingIds.length === 0) return
  await sql`
    WITH line AS (
      INSERT INTO live_change (at, topic, key, transaction)
      SELECT ${now}, ${topic}, symbol, pg_current_xact_id()::text::bigint FROM listing WHERE id = ANY(${[...listingIds]}::int[]) ORDER BY id RETURNING id)
    SELECT pg_notify(${liveChannel}, id::text) FROM line`
}
