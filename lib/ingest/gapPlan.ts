import type { ListingKind } from '@/lib/market/tick'
import type { MissingReason, MissingSession } from '@/lib/store/missing/read'
import type { MissingChanges } from '@/lib/store/missing/write'
import { type GapAnswer, type GapEvidence, gapEvidence } from './gapEvidence'

export interface GapsInput {
  readonly listing: { readonly kind: ListingKind; readonly listedOn: string | null }
  /** Sessions due, ascending. */
  readonly due: readonly string[]
  /** Sessions with a bar, ascending; also such as are not due. */
  readonly stored: readonly string[]
  /** The missing sessions as known so far. */
  readonly rows: readonly MissingSession[]
  /** What feeds said in this refresh, after what they brought was stored. */
  readonly answers: readonly GapAnswer[]
  /** Ids of the feeds of the listing, the first to ask first. */
  readonly feeds: readonly string[]
  readonly now: Date
}

export interface GapsPlan extends MissingChanges {
  /** Every missing session as it is then, ascending. */
  readonly missing: readonly MissingSession[]
}

const speaks = (evidence: GapEvidence) => evidence === 'no-trade' || evidence === 'left-out' || evidence === 'nothing'

/**
 * What the answers so far point to. One feed that lists the day without a price is enough for a halt, an index has none; else all must have the days around it,
 * and one that has not makes it a gap of the feeds.
 */
function reasonOf(
  before: MissingReason | null,
  evidence: readonly GapEvidence[],
  about: { readonly isIndex: boolean; readonly noTrade: boolean; readonly beforeFirst: boolean },
): MissingReason | null {
  if (about.noTrade && !about.isIndex && !about.beforeFirst) return 'halt'
  if (evidence.length === 0) return before
  if (about.beforeFirst) return 'not-listed'
  if (about.isIndex || evidence.includes('nothing') || before === 'feed-gap') return 'feed-gap'
  return 'halt'
}

function missingRow(input: GapsInput, session: string, known: MissingSession | undefined): MissingSession {
  const { listing, stored, answers, feeds, now } = input
  const blank = { session, state: 'open', reason: null, askedFeeds: [], nullFeeds: [], askedAt: null } as const
  const { seenAt } = known ?? { seenAt: now }
  const unlisted = listing.listedOn !== null && session < listing.listedOn
  // We know this ourselves: nobody's silence is read as an answer.
  if (unlisted) return { ...blank, ...known, seenAt, state: 'permanent', reason: 'not-listed' }

  const [first, last] = [stored[0], stored.at(-1)]
  const beforeFirst = listing.listedOn === null && first !== undefined && session < first
  // Earlier sessions have turned up, or the listing's date was corrected: what was said is void.
  const outdated = known?.reason === 'not-listed' && !beforeFirst
  const row: MissingSession = { ...blank, ...(outdated ? {} : known), seenAt }
  if (row.state === 'permanent' && feeds.every((feed) => row.askedFeeds.includes(feed))) return row

  const said = answers.map((answer) => ({ feed: answer.feed, evidence: gapEvidence(answer, session) }))
  const nulls = said.filter(({ evidence }) => evidence === 'no-trade').map(({ feed }) => feed)
  const nullFeeds = [...new Set([...row.nullFeeds, ...nulls])]
  // After the newest bar nothing is decided: the feeds may only be late.
  const closed = last !== undefined && session < last
  const spoken = closed ? said.filter(({ evidence }) => speaks(evidence)) : []
  const askedFeeds = [...new Set([...row.askedFeeds, ...spoken.map(({ feed }) => feed)])]
  const reason = reasonOf(
    row.reason,
    spoken.map(({ evidence }) => evidence),
    { isIndex: listing.kind === 'index', noTrade: nullFeeds.length > 0, beforeFirst },
  )
  const decided = closed && reason !== null && feeds.length > 0 && feeds.every((feed) => askedFeeds.includes(feed))
  const wasAsked = said.some(({ evidence }) => evidence !== 'not-asked')
  return {
    session,
    state: decided ? 'permanent' : 'open',
    reason,
    askedFeeds,
    nullFeeds,
    seenAt,
    askedAt: wasAsked ? now : row.askedAt,
  }
}

const contentOf = ({ session, state, reason, askedFeeds, nullFeeds, askedAt }: MissingSession) =>
  JSON.stringify([session, state, reason, askedFeeds, nullFeeds, askedAt])

const same = (a: MissingSession, b: MissingSession) => contentOf(a) === contentOf(b)

/**
 * The missing sessions of a listing after a refresh: one row for each session that is due and has no bar, none for any other, so that stored and missing
 * make up what is due. A row becomes permanent when every feed of the listing was asked and a later session is stored, or when it lies before `listedOn`;
 * it opens again when a feed is added to the listing. Decides only; `put` and `remove` say what changes. Pure.
 */
export function planGaps(input: GapsInput): GapsPlan {
  const has = new Set(input.stored)
  const known = new Map(input.rows.map((row) => [row.session, row]))
  const missing = input.due.filter((session) => !has.has(session)).map((s) => missingRow(input, s, known.get(s)))
  const wanted = new Set(missing.map(({ session }) => session))
  return {
    missing,
    put: missing.filter((row) => {
      const before = known.get(row.session)
      return before === undefined || !same(before, row)
    }),
    remove: input.rows.map(({ session }) => session).filter((session) => !wanted.has(session)),
  }
}
