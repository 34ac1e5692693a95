import { unadjustedBars } from '../shared/candles'
import { type FeedBars, FeedError } from '../types'
import { readAnswer } from './answer'
import type { RawTencentBars } from './client'
import { tencent } from './info'
import { isMainlandIndex, lotOf } from './symbol'

/**
 * Daily bars of the sessions from `from` to `to` (both included), prices as traded, volume in shares. The format names
 * no currency and its
 * corporate actions (an object in the row of the day, in words) are not read, so there are none. The server widens a
 * range at its start; such rows are left out.
 * Throws a FeedError: `unknown-symbol`, `empty` when the range holds nothing, `not-the-format` as `readAnswer`.
 */
export function transformTencentBars(
  raw: RawTencentBars,
  range: { readonly from: string; readonly to: string },
): FeedBars {
  const { id, name } = tencent
  const { feedSymbol, fetchedAt } = raw
  const read = raw.answers.map((answer) => readAnswer(answer, feedSymbol))
  if (read.every(({ known }) => !known)) {
    throw new FeedError(id, 'unknown-symbol', `${name} does not know ${feedSymbol}`)
  }
  const price = isMainlandIndex(feedSymbol) ? '0.01' : null
  const about = { feed: tencent, feedSymbol, fetchedAt, lot: lotOf(feedSymbol), price }
  const rows = read.flatMap((answer) => answer.rows)
  return unadjustedBars(rows, about, range)
}
