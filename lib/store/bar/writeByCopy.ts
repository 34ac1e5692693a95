import { copyIn } from '../connection/copyIn'
import type { Transaction } from '../connection/sql'
import { copiedColumns, copyText, sourceColumns } from './copyText'
import type { BarBatch } from './input'
import { type Merged, mergeBars } from './merge'

/** The batches parted into bars that cannot be stored yet, because they lie before or after all that is stored of their listing, and all others. */
async function partedByEnds(
  sql: Transaction,
  batches: readonly BarBatch[],
): Promise<{ beyond: BarBatch[]; within: BarBatch[] }> {
  const rows = await sql<{ listingId: number; first: string | null; last: string | null }[]>`
    SELECT i.listing_id AS "listingId", (SELECT min(session) FROM bar WHERE listing_id = i.listing_id) AS first,
      (SELECT max(session) FROM bar WHERE listing_id = i.listing_id) AS last
    FROM unnest(${batches.map(({ listingId }) => listingId)}::int[]) AS i(listing_id)`
  const ends = new Map(rows.map(({ listingId, first, last }) => [listingId, { first, last }]))
  const part = (of: (session: string, first: string | null, last: string | null) => boolean) =>
    batches.flatMap((batch) => {
      const { first = null, last = null } = ends.get(batch.listingId) ?? {}
      const bars = batch.bars.filter(({ session }) => of(session, first, last))
      return bars.length === 0 ? [] : [{ ...batch, bars }]
    })
  const outside = (session: string, first: string | null, last: string | null) =>
    first === null || last === null || session < first || session > last
  return { beyond: part(outside), within: part((...each) => !outside(...each)) }
}

/**
 * Stores bars of many listings: those beyond what is stored go straight into the table by COPY, all others by COPY into a temporary table and one merge. Inside a transaction that holds the
 * locks of the series. Throws `CopyRefusedError`, which says nothing of the row, when the server refuses rows or another writer was first.
 */
export async function writeByCopy(sql: Transaction, batches: readonly BarBatch[]): Promise<Merged[]> {
  const { beyond, within } = await partedByEnds(sql, batches)
  if (beyond.length > 0) {
    const columns = sql([...copiedColumns, ...sourceColumns])
    await copyIn(sql, sql`COPY bar (${columns}) FROM STDIN`, copyText(beyond, { withSource: true }))
  }
  const added = beyond.map(({ listingId, bars }) => ({ listingId, added: bars.length, changed: 0 }))
  if (within.length === 0) return added
  // Made and dropped in this transaction: behind PgBouncer the next one may have another connection.
  const columns = sql(copiedColumns)
  await sql`CREATE TEMPORARY TABLE incoming_bar ON COMMIT DROP AS SELECT ${columns} FROM bar WITH NO DATA`
  await copyIn(sql, sql`COPY incoming_bar (${columns}) FROM STDIN`, copyText(within, { withSource: false }))
  const merged = await mergeBars(sql, sql`incoming_bar`, within)
  await sql`DROP TABLE incoming_bar`
  return [...added, ...merged]
}
