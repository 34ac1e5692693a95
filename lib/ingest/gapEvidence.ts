import type { FeedBars } from '@/lib/feeds/types'

/** What one feed said to one request, as far as gaps go. */
export interface GapAnswer {
  readonly feed: string
  /** First and last date asked for. */
  readonly from: string
  readonly to: string
  /** Sessions it has a row of, also such as could not be read. */
  readonly rows: ReadonlySet<string>
  /** Sessions it lists without a price. */
  readonly nulls: ReadonlySet<string>
  /** First and last session it lists in any way; null when it lists none. */
  readonly span: readonly [string, string] | null
}

/** The gap side of an answer to a request for `from` to `to`; of the sessions in `answered`, whose rows a person has rejected or corrected, it counts as having none. */
export function gapAnswer(
  fed: Pick<FeedBars, 'feed' | 'bars' | 'nullSessions' | 'rejected'>,
  { from, to }: { readonly from: string; readonly to: string },
  answered: ReadonlySet<string> = new Set(),
): GapAnswer {
  const fedRows = [...fed.bars.map(({ session }) => session), ...fed.rejected.map(({ key }) => key)]
  const rows = new Set(fedRows.filter((session) => !answered.has(session)))
  const listed = [...fed.bars.map(({ session }) => session), ...fed.nullSessions].sort()
  const [first, last] = [listed[0], listed.at(-1)]
  const span = first === undefined || last === undefined ? null : ([first, last] as const)
  return { feed: fed.feed, from, to, rows, nulls: new Set(fed.nullSessions), span }
}

/** The answer of a feed that does not know the symbol, or has nothing of the range. */
export function emptyGapAnswer(feed: string, { from, to }: { readonly from: string; readonly to: string }): GapAnswer {
  return { feed, from, to, rows: new Set(), nulls: new Set(), span: null }
}

/**
 * What an answer says of a session that is not stored.
 * `no-trade`: lists it without a price. `left-out`: has sessions before and after and not it. `nothing`: begins later, or has nothing at all.
 * `held`: has a row that could not be stored. `not-yet`: ends before it. `not-asked`: outside the request.
 */
export type GapEvidence = 'no-trade' | 'left-out' | 'nothing' | 'held' | 'not-yet' | 'not-asked'

/** The evidence of one answer on one session without a bar. Pure. */
export function gapEvidence({ from, to, rows, nulls, span }: GapAnswer, session: string): GapEvidence {
  if (session < from || session > to) return 'not-asked'
  if (rows.has(session)) return 'held'
  if (nulls.has(session)) return 'no-trade'
  if (span === null || session < span[0]) return 'nothing'
  return session > span[1] ? 'not-yet' : 'left-out'
}
