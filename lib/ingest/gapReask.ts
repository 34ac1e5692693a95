import { daysBetween } from '@/lib/market/date'
import { localDate } from '@/lib/market/zone'
import type { MissingSession } from '@/lib/store/missing/read'

/** The day on which a missing session is asked for at most once, told at the exchange. */
export interface GapDay {
  readonly now: Date
  /** IANA zone of the exchange. */
  readonly timeZone: string
}

/** Whether a missing session may be asked for on this day: it is open, and no request of the day has covered it. Pure. */
export function mayBeAsked({ state, askedAt }: MissingSession, { now, timeZone }: GapDay): boolean {
  if (state !== 'open') return false
  return askedAt === null || localDate(askedAt, timeZone) !== localDate(now, timeZone)
}

/** The first of the missing sessions to ask for again on this day; null when there is none. Pure. */
export function firstToAskAgain(rows: readonly MissingSession[], day: GapDay): string | null {
  return (
    rows
      .filter((row) => mayBeAsked(row, day))
      .map(({ session }) => session)
      .sort()[0] ?? null
  )
}

/**
 * The one further feed to ask in a refresh for sessions that the feed which answered had nothing for: the next in order that was not asked in this refresh and
 * has not spoken on one of them. Where feeds have only been late so far, the turn goes round with the days since the first session was missed.
 * `feeds` and `askedNow` are ids; `unanswered` are open rows after that answer. Null when none is left. Pure.
 */
export function nextGapFeed(
  unanswered: readonly MissingSession[],
  { feeds, askedNow }: { readonly feeds: readonly string[]; readonly askedNow: readonly string[] },
  { now, timeZone }: GapDay,
): string | null {
  const left = feeds.filter(
    (feed) => !askedNow.includes(feed) && unanswered.some(({ askedFeeds }) => !askedFeeds.includes(feed)),
  )
  const [first] = unanswered
  if (first === undefined || left.length === 0) return null
  const days = daysBetween(localDate(first.seenAt, timeZone), localDate(now, timeZone))
  return left[Math.max(0, days) % left.length] ?? null
}
