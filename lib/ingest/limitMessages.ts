import { type FeedErrorClass, FeedHeldBack, feedErrorClasses } from '@/lib/feeds/types'
import type { FeedHealth } from '@/lib/store/feed/change'

/** Why a feed is not asked. */
export interface HoldBack {
  readonly because: 'breaker' | 'probe' | 'not-before' | 'bucket'
  readonly until: Date
}

const classOf = (text: string | null | undefined): FeedErrorClass | undefined =>
  feedErrorClasses.find((known) => known === text)

/**
 * The failure of an attempt that never was: `rate-limited` when the feed's rate is the reason, else the class that opened its breaker (`unreachable` when
 * not known), so that what comes next is the same as after that.
 */
export function heldBackBecause(
  { because, until }: HoldBack,
  { feed, name, target, health }: { feed: string; name: string; target: string; health?: FeedHealth },
): FeedHeldBack {
  const time = `${until.toISOString().slice(0, 19)}Z`
  const opened = classOf(health?.lastErrorClass)
  const failures = opened ? `, after ${health?.failuresInARow} failures in a row (the last: ${opened})` : ''
  const reasons: Record<HoldBack['because'], string> = {
    breaker: `its breaker is open until ${time}${failures}`,
    probe: `its breaker is half-open, and another request is just trying it (until ${time} at most)${failures}`,
    'not-before': `it limited our rate and is left alone until ${time}`,
    bucket: `its share of requests is used up, the next one would be free at ${time}`,
  }
  const ofRate = because === 'not-before' || because === 'bucket'
  const errorClass = ofRate ? 'rate-limited' : (opened ?? 'unreachable')
  return new FeedHeldBack(feed, errorClass, `${name} was not asked for ${target}: ${reasons[because]}`)
}
