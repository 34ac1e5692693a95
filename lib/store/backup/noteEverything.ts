import type { Client } from 'pg'
import { liveChannel } from '../live/note'
import { liveTopics } from '../live/topics'

/**
 * Writes into the log of live changes that everything has changed, within the transaction of a restore: a reader who was away while another state was put in the place of
 * what it knows reads everything again. Nothing for a schema that has no such log.
 */
export async function noteEverything(client: Client, now: Date): Promise<void> {
  const log = await client.query<{ there: boolean }>(`SELECT to_regclass('live_change') IS NOT NULL AS there`)
  if (!log.rows[0]?.there) return
  await client.query(
    `INSERT INTO live_change (at, topic, transaction) SELECT $1, topic, pg_current_xact_id()::text::bigint FROM unnest($2::text[]) AS topic`,
    [now, liveTopics],
  )
  await client.query(`NOTIFY ${liveChannel}`)
}
