import type { Store } from '@/lib/store/connection/store'
import { listRequests, type RequestFilter } from '@/lib/store/request/list'
import type { StoredRequest } from '@/lib/store/request/request'
import type { RequestsView, RequestView } from './schema'

export type { RequestsView, RequestView } from './schema'

/** A request as it is told. */
export function requestView({ requestedAt, startedAt, finishedAt, ...request }: StoredRequest): RequestView {
  return {
    ...request,
    requestedAt: requestedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

/** Requests, the newest first. */
export async function requestsView({ sql }: Pick<Store, 'sql'>, filter: RequestFilter): Promise<RequestsView> {
  return { items: (await listRequests(sql, filter)).map(requestView) }
}
