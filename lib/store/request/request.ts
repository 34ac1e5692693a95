import type { Queryable } from '../connection/sql'

/** What can be asked of a worker. */
export const requestKinds = ['refresh', 'backfill', 'test-feed', 'look-up'] as const
export type RequestKind = (typeof requestKinds)[number]

/** What a refresh may be asked for. */
export const requestJobs = ['bars', 'actions', 'revenue', 'fx'] as const
export type RequestJob = (typeof requestJobs)[number]

export const requestStates = ['waiting', 'running', 'done', 'failed'] as const
export type RequestState = (typeof requestStates)[number]

/** Work that a person asked for. Moments in UTC. */
export interface StoredRequest {
  readonly id: string
  readonly kind: RequestKind
  readonly job: RequestJob | null
  /** The listing's symbol. */
  readonly listing: string | null
  readonly feed: string | null
  /** The symbol to look up. */
  readonly symbol: string | null
  /** First session wanted of a backfill. */
  readonly from: string | null
  readonly state: RequestState
  readonly requestedBy: string
  readonly requestedAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  /** From 0 to 1. */
  readonly progress: number
  /** What came of it, in English words. */
  readonly message: string
  /** The same for a program; its shape goes with the kind. */
  readonly result: unknown
  readonly runId: string | null
}

/** The columns of a request `r` with its listing `l`, as `StoredRequest` names them. */
export const requestColumns = (sql: Queryable) => sql`
  r.id, r.kind, r.job, l.symbol AS listing, r.feed, r.symbol, r.from_session AS "from", r.state::text, r.requested_by AS "requestedBy",
  r.requested_at AS "requestedAt", r.started_at AS "startedAt", r.finished_at AS "finishedAt", r.progress, r.message, r.result, r.run_id AS "runId"`
