import type { Queryable } from '../connection/sql'

/** Longer than any bucket takes to be full again. */
const bucketsFor = '1 day'
/** Used and expired links are kept for a while, so that a second use finds out what it was. */
const linksFor = '30 days'

/** Deletes what has run out and says nothing any more: buckets, browsers, challenges and links. Harmless on several machines at once. */
export async function sweepExpired(sql: Queryable, now: Date): Promise<void> {
  await sql`DELETE FROM rate_bucket WHERE tokens_at < ${now}::timestamptz - ${bucketsFor}::interval`
  await sql`DELETE FROM sign_in WHERE expires_at < ${now}`
  await sql`DELETE FROM challenge WHERE expires_at < ${now}`
  await sql`DELETE FROM account_link WHERE expires_at < ${now}::timestamptz - ${linksFor}::interval`
}
