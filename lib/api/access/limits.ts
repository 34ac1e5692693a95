import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { LimitKind } from '@/lib/access/limits'
import { takeRequest } from '@/lib/store/limit/take'
import type { FullDeps } from '../deps'
import { Problem } from '../problem/problem'
import { clientAddress } from './address'

/** Takes one request of a kind from a client; null, or the whole seconds after which there is one. */
export async function takeIfLeft(
  { store, limits, now }: Pick<FullDeps, 'store' | 'limits' | 'now'>,
  kind: LimitKind,
  client: string,
): Promise<number | null> {
  const bucket = limits[kind]
  if (bucket === null) return null
  const wait = await takeRequest(store.sql, `${kind} ${client}`, bucket, now())
  return wait === null ? null : Math.ceil(wait / 1000)
}

/** Takes one request of a kind from a client. Throws the 429 that says when to come back. */
export async function takeOne(deps: FullDeps, kind: LimitKind, client: string): Promise<void> {
  const retryAfter = await takeIfLeft(deps, kind, client)
  if (retryAfter === null) return
  throw new Problem('too-many', `Too many requests of this kind: come back in ${retryAfter} s`, { retryAfter })
}

/** An account's address as the client of a bucket: of any length, and not readable in the table. */
export function nameClient(email: string): string {
  return createHash('sha256').update(email).digest('base64url')
}

const studyPaths = /^\/api\/v1\/(studies$|compare$|events\/[^/]+\/study$|listings\/[^/]+\/(indicators|valuation)$)/

/** The kind of a request that has a limit; null for a plain read. Pure. */
export function limitOf(method: string, url: URL): LimitKind | null {
  const { pathname: path, searchParams } = url
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method)) {
    if (method === 'POST' && /^\/api\/v1\/session(\/|$)/.test(path)) return 'signIn'
    return /^\/api\/v1\/links\/(use|look)$/.test(path) ? 'links' : 'writes'
  }
  if (method === 'OPTIONS') return null
  if (searchParams.get('format') === 'csv' || /^\/api\/v1\/export\//.test(path)) return 'exports'
  return studyPaths.test(path) ? 'studies' : null
}

function clientOf(c: Context, kind: LimitKind): string {
  return (kind === 'writes' ? c.get('caller').userId : null) ?? clientAddress(c)
}

/** Takes a request out of its client's bucket before it is worked on. */
export function limitRequests(deps: FullDeps): MiddlewareHandler {
  return async (c, next) => {
    const kind = limitOf(c.req.method, new URL(c.req.url))
    if (kind !== null) await takeOne(deps, kind, clientOf(c, kind))
    await next()
  }
}
