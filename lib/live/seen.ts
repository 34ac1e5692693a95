import type { IncomingHttpHeaders } from 'node:http'
import { parseEventId } from './eventId'
import { seenCookie } from './seenCookie'

const kept = new RegExp(`(?:^|; *)${seenCookie}=([\\d-]{1,60})(?:;|$)`)

/**
 * Up to where in the primary's log whoever sends these headers was told of changes: by the cookie of our pages, or by the `Last-Event-ID` of a program that listens to the
 * stream. Undefined when they say nothing of it. Pure.
 */
export function seenPosition(headers: {
  readonly cookie: string | null | undefined
  readonly lastEventId: string | null | undefined
}): bigint | undefined {
  const [, ofCookie] = kept.exec(headers.cookie ?? '') ?? []
  const positions = [ofCookie, headers.lastEventId].flatMap((text) => parseEventId(text)?.position ?? [])
  return positions.reduce<bigint | undefined>((most, one) => (most === undefined || one > most ? one : most), undefined)
}

/** As `seenPosition`, of a request of the HTTP server. Pure. */
export function seenBy({ cookie, 'last-event-id': lastEventId }: IncomingHttpHeaders): bigint | undefined {
  return seenPosition({ cookie, lastEventId: lastEventId?.toString() })
}
