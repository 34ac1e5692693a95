import type { MiddlewareHandler } from 'hono'
import { seenPosition } from '@/lib/live/seen'
import type { FullDeps } from '../deps'

/** Has what a request only reads come from the replica, where there is one that has all that the caller must see. Whether we are ready is a question to the primary. */
export function readFromReplica({ store: { replica } }: FullDeps): MiddlewareHandler {
  return async (c, next) => {
    const { method, path } = c.req
    if (replica === undefined || (method !== 'GET' && method !== 'HEAD') || path === '/readyz') return next()
    const since = seenPosition({ cookie: c.req.header('cookie'), lastEventId: c.req.header('last-event-id') })
    return replica.reading({ known: c.get('caller').via !== 'nobody', since }, next)
  }
}
