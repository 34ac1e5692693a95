import { headers } from 'next/headers'
import { viewHeader } from '@/lib/api/view'
import type { Query } from './url'

/** The address of the request that is being answered. */
export interface RequestView {
  readonly path: string
  readonly query: Query
}

/** A path and query as the web server tells them, without what Next adds of its own. */
export function viewOf(address: string): RequestView {
  const [path = '/', search = ''] = address.split('?', 2)
  const query = Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => name !== '_rsc').reverse())
  return { path, query }
}

/** The address of the request for a layout, which Next tells none; null under plain Next, which has no such server in front. */
export async function readView(): Promise<RequestView | null> {
  const address = (await headers()).get(viewHeader)
  return address === null ? null : viewOf(address)
}
