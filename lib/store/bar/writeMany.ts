import { CopyRefusedError } from '../connection/copyIn'
import type { Queryable, Transaction } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteListingChanges } from '../live/note'
import { lockSeveralSeries } from '../run/lockSeries'
import { assertEachOnce, incomingBars } from './incoming'
import type { BarBatch, BarInput, WriteCounts } from './input'
import { type Merged, mergeBars } from './merge'
import { writeByCopy } from './writeByCopy'

export type { BarBatch } from './input'

/** Fewest bars that are worth a COPY: below it what the temporary table costs is more than the rows gain. */
export const fewestCopied = 1000

/** Whose readers a write concerns: the day's unsettled bar follows the live price, and so do its readers; what was settled concerns others. */
export const topicOf = (bars: readonly BarInput[]) => (bars.some(({ settled }) => settled) ? 'bars' : 'quotes')

async function writeByStatements(sql: Transaction, batches: readonly BarBatch[]): Promise<Merged[]> {
  const written: Merged[] = []
  for (const batch of batches) written.push(...(await mergeBars(sql, incomingBars(sql, batch), [batch])))
  return written
}

/** By COPY; when its rows are refused by statements, which go on where another writer was first, and say what is wrong where something is. */
async function writeSorted(sql: Transaction, batches: readonly BarBatch[]): Promise<Merged[]> {
  if (batches.reduce((sum, { bars }) => sum + bars.length, 0) < fewestCopied) return writeByStatements(sql, batches)
  try {
    return await sql.savepoint((savepoint) => writeByCopy(savepoint, batches))
  } catch (error) {
    if (!(error instanceof CopyRefusedError)) throw error
    return writeByStatements(sql, batches)
  }
}

/** Rows added and changed by listing. */
function totalOf(written: readonly Merged[]): Map<number, Pick<Merged, 'added' | 'changed'>> {
  const total = new Map<number, Pick<Merged, 'added' | 'changed'>>()
  for (const { listingId, added, changed } of written) {
    const before = total.get(listingId) ?? { added: 0, changed: 0 }
    total.set(listingId, { added: before.added + added, changed: before.changed + changed })
  }
  return total
}

/**
 * Stores bars of many listings, each listing once, as `writeBars` does for one, in one transaction (the caller's, when there is one): many rows by COPY and one merge, few by
 * a statement a listing. Counts come in the order of the batches. Other writers are kept out of these series until the transaction ends; a server holds some thousands of such
 * locks, so give at most some hundred listings. Needs the scope `ingest`. Throws a RangeError for a listing, or a session of it, that comes twice; errors of the rows as `writeBars`.
 */
export async function writeBarsOf(
  sql: Queryable,
  ctx: CommandContext,
  batches: readonly BarBatch[],
): Promise<WriteCounts[]> {
  requireScope(ctx, 'ingest')
  const sorted = batches.filter(({ bars }) => bars.length > 0).sort((a, b) => a.listingId - b.listingId)
  const twice = sorted.find(({ listingId }, i) => listingId === sorted[i - 1]?.listingId)
  if (twice !== undefined) throw new RangeError(`bars of the listing ${twice.listingId} come twice`)
  for (const batch of sorted) assertEachOnce(batch)
  const ids = sorted.map(({ listingId }) => listingId)
  const work = async (tx: Transaction) => {
    await lockSeveralSeries(tx, ids)
    const total = totalOf(await writeSorted(tx, sorted))
    const concerned = sorted.filter(({ listingId }) => total.has(listingId))
    for (const topic of ['bars', 'quotes'] as const) {
      const changed = concerned.filter(({ bars }) => topicOf(bars) === topic).map(({ listingId }) => listingId)
      await noteListingChanges(tx, ctx, topic, changed)
    }
    return total
  }
  const total = 'savepoint' in sql ? await work(sql) : await sql.begin(work)
  return batches.map(({ listingId, bars }) => {
    const { added, changed } = total.get(listingId) ?? { added: 0, changed: 0 }
    return { added, changed, unchanged: bars.length - added - changed }
  })
}
