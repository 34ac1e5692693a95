import type { QuarantineCount } from '@/lib/store/quarantine/count'
import type { LastAttempt } from '@/lib/store/run/lastAttempts'
import { feedName, feedNameZh } from '../source/feedName'
import type { HeldRows, SeriesAttempt } from './schema'

/** The counts that match, summed by state. */
export function heldRows(counts: readonly QuarantineCount[], matches: (count: QuarantineCount) => boolean): HeldRows {
  const sum = { held: 0, released: 0, rejected: 0, superseded: 0 }
  for (const count of counts) if (matches(count)) sum[count.state] += count.rows
  return sum
}

/** The newest of the attempts that match, null when none does. */
export function newestAttempt(
  attempts: readonly LastAttempt[],
  matches: (attempt: LastAttempt) => boolean,
): SeriesAttempt {
  const [newest] = attempts.filter(matches).sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
  if (newest === undefined) return null
  const { feed, outcome, errorClass, error, startedAt } = newest
  return {
    ...{ feed, feedName: feedName(feed), feedNameZh: feedNameZh(feed), outcome, errorClass, error },
    at: startedAt.toISOString(),
  }
}
