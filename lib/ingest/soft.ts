import type { FeedBar } from '@/lib/feeds/types'
import type { Action } from '@/lib/market/corporateAction'
import { type Doubt, inFirstSessions, moveDoubt } from './softJudge'
import { logMove, logReturns } from './softMove'
import { robustSigma, type SoftListing, scaleReturns } from './softScale'

/** What the candidates are judged against: settled bars as traded and all known actions, new ones included. Both ascending. */
export interface SoftSurroundings {
  readonly listing: SoftListing
  /** At best the 250 sessions before the first candidate, and all from there on. */
  readonly stored: readonly FeedBar[]
  readonly actions: readonly Action[]
}

/** A candidate that is not believed. */
export interface SoftHold<Bar extends FeedBar = FeedBar> extends Doubt {
  readonly bar: Bar
}

/** A level that is held: the last bar on it, the session it began with, and the jump that led there. */
interface HeldLevel {
  readonly bar: FeedBar
  readonly since: string
  readonly jump: number
}

/** Bars that may follow each other unchanged in all five figures. */
const identicalAllowed = 5
/** A row has left a held level when it moves back by so much of the jump that led there: more than a day's price limit, for any held jump. */
const backShare = 0.75

const cells = ['open', 'high', 'low', 'close'] as const
const sameFigures = (a: FeedBar, b: FeedBar) =>
  a.volume === b.volume && cells.every((cell) => Number(a[cell]) === Number(b[cell]))

/** A session: its candidate, what is stored there, and that one of them which counts. */
interface Day<Bar extends FeedBar> {
  readonly candidate: Bar | undefined
  readonly known: FeedBar | undefined
  readonly bar: FeedBar
}

/** All sessions of two ascending columns, ascending. */
function timelineOf<Bar extends FeedBar>(candidates: readonly Bar[], stored: readonly FeedBar[]): Day<Bar>[] {
  const days: Day<Bar>[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [candidate, known] = [candidates[i], stored[j]]
    const bar =
      candidate === undefined || (known !== undefined && known.session < candidate.session) ? known : candidate
    if (bar === undefined) return days
    const [isCandidate, isKnown] = [candidate?.session === bar.session, known?.session === bar.session]
    days.push({ candidate: isCandidate ? candidate : undefined, known: isKnown ? known : undefined, bar })
    if (isCandidate) i++
    if (isKnown) j++
  }
}

/**
 * The soft rules: which candidates (as traded, ascending, past the hard rules) are believed. Held are a move beyond `allowance`, a gap at the open that looks like a split,
 * each with no corporate action that explains it, and bars that repeat all five figures more than 5 times. Rows after a held jump stand on the same doubtful level
 * and are held with it, however they wander, until one jumps back by three quarters: that one is judged against the last believed close. A candidate for a
 * stored session is judged against what is stored there; an equal close passes, so that what was released stays. Pure.
 */
export function softRules<Bar extends FeedBar>(
  candidates: readonly Bar[],
  { listing, stored, actions }: SoftSurroundings,
): { accepted: Bar[]; held: SoftHold<Bar>[] } {
  const timeline = timelineOf(candidates, stored)
  // A median takes no notice of the few wrong rows there may be.
  const first = () => timeline.slice(0, scaleReturns + 1).map(({ known, bar }) => known ?? bar)
  const accepted: Bar[] = []
  const held: SoftHold<Bar>[] = []
  const kept: FeedBar[] = []
  const sigma = () =>
    robustSigma(logReturns(kept.slice(-scaleReturns - 1), actions)) ?? robustSigma(logReturns(first(), actions))
  let believed: FeedBar | null = null
  let level = null as HeldLevel | null
  let before: FeedBar | null = null
  let identical = 0

  for (const [at, { candidate, known, bar }] of timeline.entries()) {
    identical = before !== null && sameFigures(before, bar) ? identical + 1 : 1
    before = bar
    const reference: FeedBar | null = known ?? believed
    let doubt: Doubt | null = null
    if (candidate !== undefined && (known === undefined || Number(known.close) !== Number(candidate.close))) {
      if (identical > identicalAllowed) {
        doubt = { reason: `the ${identical}th bar in a row with the same five figures`, split: null }
      } else if (level !== null && known === undefined && staysOn(level, bar, actions)) {
        doubt = { reason: `on the level of ${level.since}, which is held`, split: null }
        level = { ...level, bar }
      } else if (reference !== null) {
        const free = inFirstSessions(listing, bar, at)
        doubt = moveDoubt(bar, reference, { listing, actions, sigma, free })
        if (doubt !== null && known === undefined) {
          level = { bar, since: bar.session, jump: logMove(reference, bar, actions) }
        }
      }
    }
    if (candidate !== undefined && doubt === null) accepted.push(candidate)
    if (candidate !== undefined && doubt !== null) held.push({ bar: candidate, ...doubt })
    const believedNow: FeedBar | undefined = doubt === null ? bar : known
    if (believedNow === undefined) continue
    kept.push(believedNow)
    believed = believedNow
    level = null
  }
  return { accepted, held }
}

function staysOn({ bar, jump }: HeldLevel, next: FeedBar, actions: readonly Action[]): boolean {
  return -Math.sign(jump) * logMove(bar, next, actions) < backShare * Math.abs(jump)
}
