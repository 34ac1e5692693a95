import type { IncomingMessage } from 'node:http'
import { claimsAccount } from '@/lib/access/cookie'
import { seenBy } from '@/lib/live/seen'
import type { Store } from '@/lib/store/connection/store'
import type { Reader } from '@/lib/store/replica/replica'

/** Who asks for a page, as far as it concerns what must be seen: who says to have an account is taken at their word. */
export function readerOf({ headers }: IncomingMessage): Reader {
  return {
    known: claimsAccount(headers),
    since: seenBy(headers),
  }
}

/** Makes a page, from the replica where there is one that has all that its reader must see. */
export function readingPage(
  { replica }: Pick<Store, 'replica'>,
  request: IncomingMessage,
  make: () => Promise<void>,
): Promise<void> {
  if (replica === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return make()
  return replica.reading(readerOf(request), make)
}
