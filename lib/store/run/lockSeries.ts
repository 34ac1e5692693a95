import type { Queryable } from '../connection/sql'

// Any number of our own; the second key is the listing.
const seriesLock = 41_207

/**
 * Waits until no other transaction writes the series of this listing, and keeps others out until this one ends: what was read is then still so
 * when it is written. Only inside a transaction.
 */
export async function lockSeries(sql: Queryable, listingId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${seriesLock}::int, ${listingId}::int)`
}

/** As `lockSeries`, for many listings: in the order of their ids, whatever order they come in, so that two who lock several never wait for each other. */
export async function lockSeveralSeries(sql: Queryable, listingIds: readonly number[]): Promise<void> {
  const ascending = [...listingIds].sort((a, b) => a - b)
  await sql`SELECT pg_advisory_xact_lock(${seriesLock}::int, id) FROM unnest(${ascending}::int[]) AS listing(id)`
}
