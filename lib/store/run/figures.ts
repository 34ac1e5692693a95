import type { Queryable } from '../connection/sql'

/** How often a feed was asked with one outcome. */
export interface AttemptCount {
  readonly feed: string
  readonly outcome: string
  /** Of failures; empty for the others. */
  readonly errorClass: string
  readonly attempts: number
}

/** Attempts by feed, outcome and error class, of all time: those no longer kept count. */
export async function countAttempts(sql: Queryable): Promise<AttemptCount[]> {
  return sql<AttemptCount[]>`
    SELECT feed, outcome::text, error_class AS "errorClass", attempts::float8 FROM attempt_count ORDER BY 1, 2, 3`
}

/** The finished runs of one job with one outcome. */
export interface RunCount {
  readonly job: string
  readonly outcome: string
  readonly runs: number
  /** All of their time together. */
  readonly seconds: number
  readonly lastSeconds: number
  readonly lastFinishedAt: Date
}

/** Finished runs by job and outcome, of everything that is kept. */
export async function countRuns(sql: Queryable): Promise<RunCount[]> {
  return sql<RunCount[]>`
    SELECT job, outcome::text, count(*)::int AS runs, sum(extract(epoch FROM finished_at - started_at))::float8 AS seconds,
      (array_agg(extract(epoch FROM finished_at - started_at)::float8 ORDER BY started_at DESC))[1] AS "lastSeconds", max(finished_at) AS "lastFinishedAt"
    FROM refresh_run WHERE finished_at IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`
}

/** When the prices of an exchange's listings were last brought by any feed; `lastSuccessAt` null when never. */
export interface ExchangeSuccess {
  readonly mic: string
  readonly lastSuccessAt: Date | null
}

/** The start of the last attempt for bars that did not fail, for every exchange with a listing that is not delisted. */
export async function lastBarsSuccess(sql: Queryable): Promise<ExchangeSuccess[]> {
  return sql<ExchangeSuccess[]>`
    SELECT l.mic, max(s.at) AS "lastSuccessAt"
    FROM listing l LEFT JOIN LATERAL (
      SELECT a.started_at AS at FROM refresh_attempt a WHERE a.listing_id = l.id AND a.job = 'bars' AND a.outcome <> 'failed'
      ORDER BY a.started_at DESC LIMIT 1) s ON true
    WHERE l.status <> 'delisted' GROUP BY l.mic ORDER BY l.mic`
}
