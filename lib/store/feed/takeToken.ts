import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { type TokenBucket, tokensNow, waitMs } from '../limit/bucket'

export type { TokenBucket } from '../limit/bucket'

/** Taken, or from when it is worth asking again and what is in the way. */
export type TokenAnswer =
  | { readonly taken: true }
  | { readonly taken: false; readonly from: Date; readonly because: 'bucket' | 'not-before' | 'breaker' }

interface Row {
  readonly available: number
  readonly notBefore: Date | null
  readonly openUntil: Date | null
  readonly taken: boolean
}

/**
 * Takes one request out of the feed's bucket at `ctx.now`, in one statement, so that any number of workers never overdraw it. Not while the feed is to be
 * left alone or its breaker is open. A clock that is behind the last taker's gains nothing.
 */
export async function takeToken(
  sql: Queryable,
  ctx: CommandContext,
  feed: string,
  bucket: TokenBucket,
): Promise<TokenAnswer> {
  requireScope(ctx, 'ingest')
  const { now } = ctx
  const take = () => sql<Row[]>`
    UPDATE feed_state s SET
      tokens = b.available - CASE WHEN b.taken THEN 1 ELSE 0 END,
      tokens_at = greatest(s.tokens_at, ${now}::timestamptz)
    FROM (
      SELECT feed, available, not_before, open_until, available >= 1 AND not_before IS NULL AND open_until IS NULL AS taken
      FROM (
        SELECT feed,
          ${tokensNow(sql, 'feed_state', bucket, now)} AS available,
          CASE WHEN not_before > ${now}::timestamptz THEN not_before END AS not_before,
          CASE WHEN breaker = 'open' AND open_until > ${now}::timestamptz THEN open_until END AS open_until
        FROM feed_state WHERE feed = ${feed} FOR UPDATE
      ) locked
    ) b
    WHERE s.feed = b.feed
    RETURNING b.available, b.not_before AS "notBefore", b.open_until AS "openUntil", b.taken`
  let [row] = await take()
  if (row === undefined) {
    await sql`
      INSERT INTO feed_state (feed, tokens, tokens_at) VALUES (${feed}, ${bucket.capacity}, ${now}) ON CONFLICT (feed) DO NOTHING`
    ;[row] = await take()
  }
  if (row === undefined) throw new Error(`the state of the feed ${feed} vanished while a request was taken`)
  if (row.taken) return { taken: true }
  if (row.openUntil !== null) return { taken: false, from: row.openUntil, because: 'breaker' }
  if (row.notBefore !== null) return { taken: false, from: row.notBefore, because: 'not-before' }
  return { taken: false, from: new Date(now.getTime() + waitMs(row.available, bucket)), because: 'bucket' }
}
