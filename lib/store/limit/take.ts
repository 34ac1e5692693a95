import type { Queryable } from '../connection/sql'
import { type TokenBucket, tokensNow, waitMs } from './bucket'

/**
 * Takes one request of `key` (kind and client) out of its bucket at `now`, in one statement, so that any number of processes never overdraw it. Null when it was taken,
 * else the milliseconds after which there is one. A refused request writes nothing.
 */
export async function takeRequest(sql: Queryable, key: string, bucket: TokenBucket, now: Date): Promise<number | null> {
  const held = tokensNow(sql, 'rate_bucket', bucket, now)
  const taken = await sql`
    INSERT INTO rate_bucket (key, tokens, tokens_at) VALUES (${key}, ${bucket.capacity - 1}, ${now})
    ON CONFLICT (key) DO UPDATE SET tokens = ${held} - 1, tokens_at = greatest(rate_bucket.tokens_at, ${now}::timestamptz)
    WHERE ${held} >= 1 RETURNING 1`
  if (taken.length > 0) return null
  const [row] = await sql<{ held: number }[]>`SELECT ${held} AS held FROM rate_bucket WHERE key = ${key}`
  return waitMs(row?.held ?? 0, bucket)
}
