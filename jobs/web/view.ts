import type { IncomingMessage } from 'node:http'
import { viewHeader } from '@/lib/api/view'

/** Tells the pages the address of a request in a header, in place of whatever the client sent. */
export function setPageView(request: IncomingMessage): void {
  request.headers[viewHeader] = request.url ?? '/'
}

/** Whether a request is for a page that a reader walks through: not for its data or picture, and not for one within another site’s page. */
export function isReadersPage(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  return !/\.(csv|json|png)$/.test(path) && !/^\/embed(\/|$)/.test(path)
}
