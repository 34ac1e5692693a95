import type { FeedBar } from '@/lib/feeds/types'
import type { Action } from '@/lib/market/corporateAction'
import { sessionsWithoutLimit } from '@/lib/market/priceLimit'
import type { Ratio } from '@/lib/market/ratio'
import { logMove, sessionsApart } from './softMove'
import { allowance, type SoftListing, surelyAllowed } from './softScale'
import { ratioWords, splitShape } from './softShapes'

/** Why a bar is not believed, and the split that would explain it. */
export interface Doubt {
  readonly reason: string
  readonly split: Ratio | null
}

/** A gap at the open has to be this many robust standard deviations to look like a split. */
const gapDeviations = 4

const factor = (log: number) => Math.exp(log).toPrecision(3)

/** Whether a session is one of the first five of a listing; where its first day is not known, the first five of what there is (`at` from 0) may be. */
export function inFirstSessions({ mic, listedOn }: SoftListing, { session }: FeedBar, at: number): boolean {
  if (listedOn === null || listedOn === undefined) return at < sessionsWithoutLimit
  return session >= listedOn && sessionsApart(mic, listedOn, session) < sessionsWithoutLimit
}

/** The doubt about the move from the last believed bar (or the stored bar of the same session), by size and by shape; null without one. Pure. */
export function moveDoubt(
  bar: FeedBar,
  reference: FeedBar,
  about: {
    readonly listing: SoftListing
    readonly actions: readonly Action[]
    /** The scale of the series, worked out only when it matters: that takes a hundred times as long as all else of a row. */
    readonly sigma: () => number | null
    readonly free: boolean
  },
): Doubt | null {
  const { listing, actions, free } = about
  const move = logMove(reference, bar, actions)
  const gap = logMove(reference, bar, actions, 'open')
  const sessions = reference.session === bar.session ? 1 : sessionsApart(listing.mic, reference.session, bar.session)
  const shape = listing.kind === 'index' ? null : splitShape({ open: -gap, close: -move })
  if (shape === null && Math.abs(move) <= surelyAllowed(listing, { sessions, free })) return null
  const sigma = about.sigma()
  const most = allowance(listing, { sigma, sessions, free })
  const far = move > most.up || move < -most.down
  const gapped = shape !== null && !free && Math.abs(gap) > gapDeviations * (sigma ?? 0)
  if (!far && !gapped) return null
  const what = `the close ${bar.close} is ${factor(move)} times the ${reference.close} of ${reference.session}`
  const beyond = far ? `, beyond ${most.words}` : ''
  const looks = shape === null ? '' : `; a split of about ${ratioWords(shape)} would explain it`
  return { reason: `${what}${beyond}, with no corporate action to explain it${looks}`, split: shape }
}
