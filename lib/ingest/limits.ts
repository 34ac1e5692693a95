import { setTimeout as sleep } from 'node:timers/promises'
import type { FeedBucket } from '@/lib/feeds/policy'
import { feedInfoOf } from '@/lib/feeds/registry'
import { type FeedError, FeedHeldBack } from '@/lib/feeds/types'
import type { Store } from '@/lib/store/connection/store'
import type { CommandContext } from '@/lib/store/context'
import { changeFeedHealth, type FeedHealth } from '@/lib/store/feed/change'
import { takeToken } from '@/lib/store/feed/takeToken'
import { admission, afterFailure, afterHoldBack, afterSuccess } from './breaker'
import { heldBackBecause } from './limitMessages'

/** Longest wait of one request for its turn. */
export const longestWaitMs = 15_000

/** The limits of the feeds as one process keeps them; the state is in the store and shared. */
export interface FeedLimits {
  /** Before a feed is asked for a subject. Throws FeedHeldBack while its breaker is open or it is to be left alone for longer than a request would wait. */
  readonly enter: (feed: string, subject: string) => Promise<void>
  /** Before each request: waits for its turn. Throws FeedHeldBack when that takes too long or may not be, and the signal's reason when it is aborted. */
  readonly beforeRequest: (feed: string, target: string, signal?: AbortSignal) => Promise<void>
  /** A request failed and will be tried again. */
  readonly retrying: (error: FeedError) => Promise<void>
  /** A feed that was entered has answered, or failed for good. */
  readonly settle: (feed: string, error: FeedError | null) => Promise<void>
}

export interface LimitOptions {
  readonly store: Store
  readonly actor: string
  readonly clock: () => Date
  /** A person asks: of each feed whose breaker is open the first request is let through all the same. */
  readonly insist?: boolean
  readonly longestWaitMs?: number
  /** Name and bucket of a feed; the registry's when absent. */
  readonly infoOf?: (feed: string) => { readonly name: string; readonly bucket: FeedBucket }
}

/** Limits on a store. The store failing is thrown as it is. */
export function feedLimits(options: LimitOptions): FeedLimits {
  const { store, actor, clock, insist = false, infoOf = feedInfoOf } = options
  const patienceMs = options.longestWaitMs ?? longestWaitMs
  const insisted = new Set<string>()
  const probing = new Set<string>()
  const counted = new WeakSet<FeedError>()
  const context = (now: Date): CommandContext => ({ actor, scopes: ['ingest'], now })

  async function change<T>(feed: string, decide: (health: FeedHealth, now: Date) => { health: FeedHealth; answer: T }) {
    const now = clock()
    const { capacity } = infoOf(feed).bucket
    return changeFeedHealth(store.sql, context(now), { feed, capacity }, (health) => decide(health, now))
  }
  const become = (feed: string, next: (health: FeedHealth, now: Date) => FeedHealth) =>
    change(feed, (health, now) => ({ health: next(health, now), answer: null }))

  return {
    enter: async (feed, subject) => {
      const { answer, health } = await change(feed, (before, now) => {
        const decided = admission(before, now, { insist: insist && !insisted.has(feed), patienceMs })
        return { health: decided.health, answer: decided }
      })
      insisted.add(feed)
      if (!answer.admitted) throw heldBackBecause(answer, { feed, name: infoOf(feed).name, target: subject, health })
      if (answer.probe) probing.add(feed)
    },

    beforeRequest: async (feed, target, signal) => {
      const { name, bucket } = infoOf(feed)
      const giveUpAt = clock().getTime() + patienceMs
      for (;;) {
        signal?.throwIfAborted()
        const now = clock()
        const answer = await takeToken(store.sql, context(now), feed, bucket)
        if (answer.taken) return
        const { because, from: until } = answer
        if (because === 'breaker' || until.getTime() > giveUpAt) {
          throw heldBackBecause({ because, until }, { feed, name, target })
        }
        await sleep(until.getTime() - now.getTime(), undefined, { signal }).catch((error: unknown) => {
          signal?.throwIfAborted()
          throw error
        })
      }
    },

    retrying: async (error) => {
      counted.add(error)
      await become(error.feed, (health, now) => afterFailure(health, now, error, { final: false }))
    },

    settle: async (feed, error) => {
      const probed = probing.delete(feed)
      if (error === null) await become(feed, afterSuccess)
      else if (error instanceof FeedHeldBack || counted.has(error)) {
        if (probed) await become(feed, afterHoldBack)
      } else await become(feed, (health, now) => afterFailure(health, now, error))
    },
  }
}
