import type { RecentBar } from '@/lib/store/bar/readRecent'
import type { MissingOfListing } from '@/lib/store/missing/readAll'
import type { PriceSeriesView, SessionState } from './schema'

/** How many sessions a tracker reaches back. */
export const recentSessions = 60

function barState({ settled, revised }: RecentBar): SessionState {
  if (!settled) return 'unsettled'
  return revised ? 'revised' : 'stored'
}

function missingState(row: MissingOfListing | undefined): SessionState {
  return row?.state === 'permanent' ? (row.reason ?? 'feed-gap') : 'open'
}

/**
 * The last sessions due of a listing and what is stored of each, ascending by session; bars after the last one due, which are unsettled, follow. `due`, `bars` and
 * `missing` are of that listing, ascending. A session that nothing is written down of is open. Pure.
 */
export function recentOf(
  due: readonly string[],
  bars: readonly RecentBar[],
  missing: readonly MissingOfListing[],
): PriceSeriesView['recent'] {
  const barAt = new Map(bars.map((bar) => [bar.session, bar]))
  const missingAt = new Map(missing.map((row) => [row.session, row]))
  const last = due.at(-1) ?? ''
  const later = bars.map(({ session }) => session).filter((session) => session > last)
  const session = [...due.slice(-recentSessions), ...later]
  return {
    session,
    state: session.map((date) => {
      const bar = barAt.get(date)
      return bar ? barState(bar) : missingState(missingAt.get(date))
    }),
  }
}
