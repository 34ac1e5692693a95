import type { Mic } from '@/lib/market/exchange'
import { ratioFromDecimals } from '@/lib/market/ratio'
import { addMissingActions } from '@/lib/store/action/addMissing'
import type { Queryable } from '@/lib/store/connection/sql'
import type { CommandContext } from '@/lib/store/context'
import type { QuarantineRow } from '@/lib/store/quarantine/list'
import { sessionProblem } from '../validate'
import type { ReleaseEdits } from './edits'
import { notReleasable, type Owned, type Written } from './owned'
import { heldSplit, knownRatio } from './ways'

/** Sides of a ratio beyond this are a slip of the hand. */
const largestSide = 1_000_000

/** A split as it would be stored. */
export interface CandidateSplit {
  readonly kind: 'split'
  readonly exDate: string
  readonly numerator: number
  readonly denominator: number
}

function ratioOf(row: QuarantineRow, stated: string) {
  const [after = '', before = '1'] = stated.split('/')
  try {
    return ratioFromDecimals(after, before)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw notReleasable(row, error.message)
  }
}

/** The split a held row stands for, with what a person knows better. Throws `QuarantineError` when it is none that can be. Pure. */
export function candidateSplit(row: QuarantineRow, mic: Mic, { ratio, exDate }: ReleaseEdits): CandidateSplit {
  const parsed = heldSplit.safeParse(row.payload)
  if (row.entity !== 'action' || !parsed.success) {
    throw notReleasable(row, `only splits can be (${row.reason}). Correct the feed's row, or reject it`)
  }
  const date = exDate ?? parsed.data.exDate
  if (!date) throw notReleasable(row, 'its ex-date is not known; give one (--ex-date YYYY-MM-DD)')
  const stated = ratio ?? knownRatio(parsed.data)
  if (stated === undefined) throw notReleasable(row, 'its ratio is not known exactly; give one (--ratio 1.49)')
  const { numerator, denominator } = ratioOf(row, stated)
  const problem = sessionProblem(mic, date) ?? (numerator === denominator ? 'one for one is no split' : null)
  if (problem) throw notReleasable(row, `${date}: ${problem}`)
  if (Math.max(numerator, denominator) > largestSide) throw notReleasable(row, `${stated} is the ratio of no split`)
  return { kind: 'split', exDate: date, numerator, denominator }
}

/** Adds the split of a row to the corporate actions. */
export async function releaseAction(
  sql: Queryable,
  ctx: CommandContext,
  { row, listing }: Owned,
  edits: ReleaseEdits,
): Promise<Written> {
  const split = candidateSplit(row, listing.mic, edits)
  const action = { ...split, source: `released by ${ctx.actor}` }
  const added = await addMissingActions(sql, ctx, listing.id, [action], { feed: row.feed, fetchedAt: ctx.now })
  if (added.length === 0) throw notReleasable(row, `a split with ex-date ${split.exDate} is known already and stays`)
  return { wrote: 'action', date: split.exDate, value: split }
}
