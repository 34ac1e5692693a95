import { sessionClose } from '@/lib/market/sessions'
import { readBars } from '@/lib/store/bar/read'
import { type BarInput, writeBars } from '@/lib/store/bar/write'
import type { Queryable } from '@/lib/store/connection/sql'
import type { CommandContext } from '@/lib/store/context'
import { editedFeed } from '../ownSources'
import { barProblem } from '../validate'
import type { ReleaseEdits } from './edits'
import { notReleasable, type Owned, type Written } from './owned'
import { barEdits, heldBar } from './ways'

interface HeldBar extends BarInput {
  readonly feedSymbol: string
  readonly fetchedAt: Date
}

/** The bar a row holds, or the one its edits make whole. */
function barOf({ row, listing }: Owned, edits: ReleaseEdits, now: Date): HeldBar {
  const parsed = heldBar.safeParse(row.payload)
  if (parsed.success) {
    const { asTraded: _, ...bar } = parsed.data
    return bar
  }
  const { open, high, low, close, volume } = edits
  if (open === undefined || high === undefined || low === undefined || close === undefined || volume === undefined) {
    const why = `it is not known to be as traded (${row.reason}). Give all its figures, reject it, or refresh again once its cause is gone`
    throw notReleasable(row, why)
  }
  const bar = { session: row.key, open, high, low, close, volume: volume === null ? null : BigInt(volume) }
  const problem = barProblem(bar, { mic: listing.mic, now })
  if (problem) throw notReleasable(row, `${row.key}: ${problem}`)
  const settled = sessionClose(listing.mic, row.key) <= now
  return { ...bar, settled, asOf: now, feedSymbol: listing.feedSymbols[row.feed] ?? '', fetchedAt: row.heldAt }
}

/** Writes the bar of a row, with what a person corrected, when it passes the hard rules. */
export async function releaseBar(
  sql: Queryable,
  ctx: CommandContext,
  owned: Owned,
  edits: ReleaseEdits,
): Promise<Written> {
  const { row, listing } = owned
  const { feedSymbol, fetchedAt, ...held } = barOf(owned, edits, ctx.now)
  const { volume } = edits
  const said = {
    ...Object.fromEntries(barEdits.flatMap((cell) => (edits[cell] == null ? [] : [[cell, edits[cell]]]))),
    ...(volume === undefined ? {} : { volume: volume === null ? null : BigInt(volume) }),
  }
  const bar: BarInput = { ...held, ...said }
  const problem = barProblem(bar, { mic: listing.mic, now: ctx.now })
  if (problem) throw notReleasable(row, `${bar.session}: ${problem}`)
  const edited = Object.keys(said).length > 0
  const asOf = bar.settled ? sessionClose(listing.mic, bar.session) : bar.asOf
  // What a settled bar is replaced by was seen as its new value only now: that moment stands in the revision.
  const replaced = (await readBars(sql, listing.id, { from: bar.session, to: bar.session })).settled[0] === true
  const source = {
    feed: edited ? editedFeed : row.feed,
    feedSymbol,
    fetchedAt: replaced || edited ? ctx.now : fetchedAt,
  }
  await writeBars(sql, ctx, listing.id, [{ ...bar, asOf }], source)
  return { wrote: 'bar', date: bar.session, value: { ...bar, volume: bar.volume === null ? null : String(bar.volume) } }
}
