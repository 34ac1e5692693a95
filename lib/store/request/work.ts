import type postgres from 'postgres'
import type { Queryable } from '../connection/sql'
import { type CommandContext, requireScope } from '../context'
import { leaseEnd, usualLeaseMs } from '../run/lease'
import { requestById } from './list'
import type { StoredRequest } from './request'

/** How many workers may begin one request: the process of each of the earlier ones ended in it. */
const mostTakes = 3

/**
 * Takes the oldest request that waits, or whose worker let its lease run out, for a worker that says so again within `leaseMs`; of several workers one gets it. Null when there
 * is none. One that was begun too often is marked failed. Needs the scope `ingest`.
 */
export async function takeRequest(
  sql: Queryable,
  ctx: CommandContext,
  leaseMs = usualLeaseMs,
): Promise<StoredRequest | null> {
  requireScope(ctx, 'ingest')
  await sql`
    UPDATE refresh_request SET state = 'failed', finished_at = ${ctx.now}, message = 'Given up: the worker ended in it again and again'
    WHERE state = 'running' AND lease_until < ${ctx.now} AND takes >= ${mostTakes}`
  const [taken] = await sql<{ id: string }[]>`
    UPDATE refresh_request SET state = 'running', started_at = ${ctx.now}, lease_until = ${leaseEnd(ctx.now, leaseMs)}, takes = takes + 1
    WHERE id = (
      SELECT id FROM refresh_request WHERE state = 'waiting' OR (state = 'running' AND lease_until < ${ctx.now})
      ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`
  return taken === undefined ? null : requestById(sql, taken.id)
}

/** Says how far a running request is (0 to 1) and that its worker is alive. Needs the scope `ingest`. */
export async function progressRequest(
  sql: Queryable,
  ctx: CommandContext,
  { id, progress }: { readonly id: string; readonly progress: number },
  leaseMs = usualLeaseMs,
): Promise<void> {
  requireScope(ctx, 'ingest')
  await sql`
    UPDATE refresh_request SET progress = greatest(progress, ${progress}), lease_until = ${leaseEnd(ctx.now, leaseMs)}
    WHERE id = ${id} AND state = 'running'`
}

/** A text as Postgres takes it: feeds may send anything. */
const withoutZero = (text: string) => text.replaceAll('\0', '').toWellFormed()

function storable(result: unknown): postgres.JSONValue {
  return JSON.parse(JSON.stringify(result), (_, value) => (typeof value === 'string' ? withoutZero(value) : value))
}

/** What a worker has to say of a request at its end. */
export interface RequestEnd {
  readonly state: 'done' | 'failed'
  readonly message: string
  readonly result?: unknown
  readonly runId?: string | null
}

/** Ends a running request. Needs the scope `ingest`. */
export async function finishRequest(
  sql: Queryable,
  ctx: CommandContext,
  id: string,
  { state, message, result = null, runId = null }: RequestEnd,
): Promise<void> {
  requireScope(ctx, 'ingest')
  const json = result === null ? null : sql.json(storable(result))
  await sql`
    UPDATE refresh_request SET state = ${state}::"RequestState", message = ${withoutZero(message)}, result = ${json}, run_id = ${runId}, finished_at = ${ctx.now},
      progress = CASE ${state} WHEN 'done' THEN 1 ELSE progress END, lease_until = NULL
    WHERE id = ${id} AND state = 'running'`
}

/** Puts a running request back for another worker: this one was told to stop. Needs the scope `ingest`. */
export async function returnRequest(sql: Queryable, ctx: CommandContext, id: string): Promise<void> {
  requireScope(ctx, 'ingest')
  await sql`
    UPDATE refresh_request SET state = 'waiting', started_at = NULL, lease_until = NULL, takes = takes - 1
    WHERE id = ${id} AND state = 'running'`
}
