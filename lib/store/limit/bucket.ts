import type { Queryable } from '../connection/sql'

/** A bucket: it holds `capacity` requests and gains `perSecond`. */
export interface TokenBucket {
  readonly capacity: number
  readonly perSecond: number
}

/**
 * What a row with the columns `tokens` and `tokens_at` (of `table`) holds at `now`, as an expression of SQL. A clock that is behind the last taker's gains nothing.
 */
export function tokensNow(sql: Queryable, table: string, { capacity, perSecond }: TokenBucket, now: Date) {
  const column = (name: string) => sql`${sql(table)}.${sql(name)}`
  return sql`least(${capacity}::float8,
    ${column('tokens')} + greatest(0, extract(epoch FROM ${now}::timestamptz - ${column('tokens_at')})::float8) * ${perSecond}::float8)`
}

/** How long until a bucket that holds `tokens` gives one, in milliseconds; at least 1. */
export function waitMs(tokens: number, { perSecond }: TokenBucket): number {
  return Math.max(1, Math.ceil(((1 - tokens) / perSecond) * 1000))
}
