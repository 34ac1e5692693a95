import { z } from 'zod'
import { isMic, type Mic } from '@/lib/market/exchange'
import { ratioFromDecimals } from '@/lib/market/ratio'
import { sessionClose } from '@/lib/market/sessions'
import { addMissingActions } from '@/lib/store/action/addMissing'
import { readBars } from '@/lib/store/bar/read'
import { writeBars } from '@/lib/store/bar/write'
import type { Queryable } from '@/lib/store/connection/sql'
import type { Store } from '@/lib/store/connection/store'
import { type CommandContext, requireScope } from '@/lib/store/context'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { heldRow, markClosed, QuarantineError } from '@/lib/store/quarantine/close'
import type { QuarantineRow } from '@/lib/store/quarantine/list'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { recountGaps } from './recountGaps'
import { usualRatio } from './softShapes'
import { barProblem, sessionProblem } from './validate'

/** What an admin knows better than the row: the ratio (`1.49` or `1/10`, shares after for one before) and the ex-date of a candidate split. */
export interface ReleaseOptions {
  readonly ratio?: string
  readonly exDate?: string
}

/** What a release wrote. */
export interface Released {
  readonly row: QuarantineRow
  readonly wrote: 'bar' | 'action'
  /** The session or ex-date. */
  readonly date: string
}

const heldBar = z.object({
  asTraded: z.literal(true),
  session: z.string(),
  open: z.string(),
  high: z.string(),
  low: z.string(),
  close: z.string(),
  volume: z.union([z.string().regex(/^\d+$/).transform(BigInt), z.null()]),
  settled: z.boolean(),
  asOf: z.iso.datetime().transform((text) => new Date(text)),
  feedSymbol: z.string(),
  fetchedAt: z.iso.datetime().transform((text) => new Date(text)),
})

const heldSplit = z.object({
  kind: z.literal('split'),
  exDate: z.string().nullish(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  ratio: z.string().optional(),
})

type Owned = { readonly row: QuarantineRow; readonly listing: Listing & { readonly mic: Mic } }

const notReleasable = (row: QuarantineRow, why: string) =>
  new QuarantineError('not-releasable', `row ${row.id} cannot be released: ${why}`)

async function releaseBar(sql: Queryable, ctx: CommandContext, { row, listing }: Owned): Promise<Released> {
  const parsed = heldBar.safeParse(row.payload)
  if (!parsed.success) {
    throw notReleasable(
      row,
      `it is not known to be as traded (${row.reason}). Reject it, or refresh again once its cause is gone`,
    )
  }
  const { asTraded: _, feedSymbol, fetchedAt, ...bar } = parsed.data
  const problem = barProblem(bar, { mic: listing.mic, now: ctx.now })
  if (problem) throw notReleasable(row, `${bar.session}: ${problem}`)
  const asOf = bar.settled ? sessionClose(listing.mic, bar.session) : bar.asOf
  // What a settled bar is replaced by was seen as its new value only now: that moment stands in the revision.
  const replaced = (await readBars(sql, listing.id, { from: bar.session, to: bar.session })).settled[0] === true
  const source = { feed: row.feed, feedSymbol, fetchedAt: replaced ? ctx.now : fetchedAt }
  await writeBars(sql, ctx, listing.id, [{ ...bar, asOf }], source)
  return { row, wrote: 'bar', date: bar.session }
}

function statedRatio(row: QuarantineRow, said: string | undefined, split: z.infer<typeof heldSplit>) {
  const { numerator, denominator = 1 } = split
  const known = numerator === undefined ? usualRatio(Number(split.ratio)) : { numerator, denominator }
  const stated = said ?? (known === null ? undefined : `${known.numerator}/${known.denominator}`)
  if (stated === undefined) throw notReleasable(row, 'its ratio is not known exactly; give one (--ratio 1.49)')
  const [after = '', before = '1'] = stated.split('/')
  try {
    return ratioFromDecimals(after, before)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw notReleasable(row, error.message)
  }
}

async function releaseAction(
  sql: Queryable,
  ctx: CommandContext,
  { row, listing }: Owned,
  { ratio, exDate }: ReleaseOptions,
): Promise<Released> {
  const parsed = heldSplit.safeParse(row.payload)
  if (!parsed.success)
    throw notReleasable(row, `only splits can be (${row.reason}). Correct the feed's row, or reject it`)
  const date = exDate ?? parsed.data.exDate
  if (!date) throw notReleasable(row, 'its ex-date is not known; give one (--ex-date YYYY-MM-DD)')
  const { numerator, denominator } = statedRatio(row, ratio, parsed.data)
  const problem = sessionProblem(listing.mic, date) ?? (numerator === denominator ? 'one for one is no split' : null)
  if (problem) throw notReleasable(row, `${date}: ${problem}`)
  const action = { kind: 'split' as const, exDate: date, numerator, denominator, source: `released by ${ctx.actor}` }
  const added = await addMissingActions(sql, ctx, listing.id, [action], { feed: row.feed, fetchedAt: ctx.now })
  if (added.length === 0) throw notReleasable(row, `a split with ex-date ${date} is known already and stays`)
  return { row, wrote: 'action', date }
}

/**
 * Releases a held row: a bar that passes the hard rules again is written with the source it came from, a split (a candidate or a feed's own) becomes a corporate action; the
 * row is marked with who and when. One transaction. Throws `QuarantineError` for an unknown or closed row, and for one that cannot be stored. Needs the scope `admin`.
 */
export async function releaseRow(
  store: Store,
  ctx: CommandContext,
  id: bigint,
  options: ReleaseOptions = {},
): Promise<Released> {
  requireScope(ctx, 'admin')
  return store.sql.begin(async (sql) => {
    const row = await heldRow(sql, id)
    const listing = row.listing === null ? null : await listingBySymbol(sql, row.listing)
    if (listing === null || !isMic(listing.mic) || (row.entity !== 'bar' && row.entity !== 'action')) {
      throw notReleasable(row, `rows of ${row.entity} are corrected at their source`)
    }
    await lockSeries(sql, listing.id)
    const owned = { row, listing: { ...listing, mic: listing.mic } }
    const released = await (row.entity === 'bar'
      ? releaseBar(sql, ctx, owned)
      : releaseAction(sql, ctx, owned, options))
    await recountGaps(sql, ctx, listing.symbol)
    await markClosed(sql, ctx, id, 'released')
    return { ...released, row: { ...row, state: 'released', closedAt: ctx.now, closedBy: ctx.actor } }
  })
}
