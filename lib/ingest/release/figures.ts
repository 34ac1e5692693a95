import type { Queryable } from '@/lib/store/connection/sql'
import type { CommandContext } from '@/lib/store/context'
import { readRevenue } from '@/lib/store/revenue/read'
import { writeRevenue } from '@/lib/store/revenue/write'
import { readShareCounts } from '@/lib/store/shareCount/read'
import { writeShareCounts } from '@/lib/store/shareCount/write'
import { companyOfListing } from '@/lib/store/topic/company'
import { revenueProblem } from '../planRevenue'
import { shareProblem } from '../planShares'
import type { ReleaseEdits } from './edits'
import { notReleasable, type Owned, type Written } from './owned'
import { heldRevenue, heldShares } from './ways'

async function companyOf(sql: Queryable, { row, listing }: Owned): Promise<string> {
  const company = await companyOfListing(sql, listing.id)
  if (company === null) throw notReleasable(row, `${listing.symbol} stands for no company`)
  return company
}

/** A figure that comes beside a stored one is known since now, unless its own document is the later one. */
const knownSince = (stored: { knownAt: Date } | undefined, knownAt: Date, now: Date) =>
  stored !== undefined && stored.knownAt >= knownAt ? now : knownAt

/** Writes the figure of revenue of a row, with the value a person corrected, when it passes the hard rules. */
export async function releaseRevenue(
  sql: Queryable,
  ctx: CommandContext,
  owned: Owned,
  { value }: ReleaseEdits,
): Promise<Written> {
  const { row } = owned
  const parsed = heldRevenue.safeParse(row.payload)
  if (!parsed.success) throw notReleasable(row, `its figures could not be read (${row.reason})`)
  const figure = { ...parsed.data, ...(value === undefined ? {} : { value }) }
  const topic = await companyOf(sql, owned)
  const stored = await readRevenue(sql, [topic])
  const problem = revenueProblem(figure, stored[0]?.currency, ctx.now)
  if (problem) throw notReleasable(row, problem)
  const last = stored.find(({ label }) => label === figure.label)
  const written = { ...figure, knownAt: knownSince(last, figure.knownAt, ctx.now) }
  await writeRevenue(sql, ctx, topic, [written], { feed: row.feed, fetchedAt: ctx.now })
  return { wrote: 'revenue', date: figure.label, value: { topic, ...written } }
}

/** Writes the share count of a row, with the number a person corrected, when it passes the hard rules; a count in another unit is believed. */
export async function releaseShares(
  sql: Queryable,
  ctx: CommandContext,
  owned: Owned,
  { shares }: ReleaseEdits,
): Promise<Written> {
  const { row } = owned
  const parsed = heldShares.safeParse(row.payload)
  if (!parsed.success) throw notReleasable(row, `its count could not be read (${row.reason})`)
  const count = { ...parsed.data, ...(shares === undefined ? {} : { shares }) }
  const problem = shareProblem(count, ctx.now)
  if (problem) throw notReleasable(row, problem)
  const topic = await companyOf(sql, owned)
  const last = (await readShareCounts(sql, [topic])).findLast(({ asOf }) => asOf === count.asOf)
  const { asOf, document } = count
  const knownAt = knownSince(last, count.knownAt, ctx.now)
  const written = { asOf, document, knownAt, shares: BigInt(count.shares) }
  await writeShareCounts(sql, ctx, topic, [written], { feed: row.feed, fetchedAt: ctx.now })
  return { wrote: 'shares', date: asOf, value: { topic, asOf, document, knownAt, shares: count.shares } }
}
