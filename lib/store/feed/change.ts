import type { Sql } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { noteChange } from '../live/note'
import { type FeedState, readFeedState } from './state'

/** Everything of a feed's state but its bucket, which only `takeToken` changes. */
export type FeedHealth = Omit<FeedState, 'tokens' | 'tokensAt'>

/** A feed nothing is known against. */
export const healthy: FeedHealth = {
  notBefore: null,
  breaker: 'closed',
  failuresInARow: 0,
  openUntil: null,
  lastErrorClass: null,
}

/**
 * Changes the health of a feed: `decide` sees what is stored, locked, and returns what is to be stored instead (the same object for no change) beside
 * whatever the caller wants to know; that is returned. A feed never asked begins healthy with a bucket of `capacity`.
 */
export async function changeFeedHealth<T>(
  sql: Sql,
  ctx: CommandContext,
  { feed, capacity }: { feed: string; capacity: number },
  decide: (health: FeedHealth) => { health: FeedHealth; answer: T },
): Promise<T> {
  requireScope(ctx, 'ingest')
  const { answer } = await sql.begin(async (tx) => {
    await tx`
      INSERT INTO feed_state (feed, tokens, tokens_at) VALUES (${feed}, ${capacity}, ${ctx.now}) ON CONFLICT (feed) DO NOTHING`
    const before = (await readFeedState(tx, feed, { lock: true })) ?? healthy
    const decided = decide(before)
    const { notBefore, breaker, failuresInARow, openUntil, lastErrorClass } = decided.health
    if (decided.health !== before) {
      await tx`
        UPDATE feed_state SET not_before = ${notBefore}, breaker = ${breaker}, failures_in_a_row = ${failuresInARow},
          open_until = ${openUntil}, last_error_class = ${lastErrorClass}
        WHERE feed = ${feed}`
      await noteChange(tx, ctx, 'feeds', feed)
    }
    return decided
  })
  return answer
}
