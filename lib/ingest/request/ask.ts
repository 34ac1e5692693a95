import { FeedError } from '@/lib/feeds/types'
import { askFeed } from '../attempt'
import type { RefreshEnvironment } from '../sources'

/** What one request to one feed gave, or how it failed, and how long it took. */
export type Asked<T> =
  | { readonly answer: T; readonly error: null; readonly ms: number }
  | { readonly answer: null; readonly error: { readonly class: string; readonly message: string }; readonly ms: number }

/** Asks a feed once, within its limits and for its breaker to learn from, without a run. A failing feed is a result; only the store failing or the end of the work is thrown. */
export async function askOnce<T>(
  env: RefreshEnvironment,
  feed: { readonly id: string; readonly name: string },
  subject: string,
  ask: () => Promise<T>,
): Promise<Asked<T>> {
  const { limits } = env.sources
  const began = performance.now()
  const ms = () => Math.round(performance.now() - began)
  let entered = false
  try {
    await limits?.enter(feed.id, subject)
    entered = true
    const answer = await askFeed(env, { feed, subject }, ask)
    await limits?.settle(feed.id, null)
    return { answer, error: null, ms: ms() }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    if (entered) await limits?.settle(feed.id, error)
    return { answer: null, error: { class: error.errorClass, message: error.message }, ms: ms() }
  }
}
