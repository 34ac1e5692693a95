import type { IncomingHttpHeaders } from 'node:http'
import { parseEventId } from './eventId'
import type { Hub } from './hub'
import { seenBy } from './seen'

/** What a process was told of changes so far: for whoever remembers what it has read of the store. */
export interface Told {
  /** Moves with each change, and with each doubt whether all are told: what was read before is then to be read again. */
  readonly count: number
  /** Whether Postgres tells of each commit now. */
  readonly live: boolean
  /** Whether whoever sends these headers was told of a change, by another process, that this one has yet to hear of. */
  hasSeenMore(headers: IncomingHttpHeaders): boolean
}

/** What a hub tells, from now on. The count has moved before any request can come of it. */
export function toldBy(hub: Pick<Hub, 'id' | 'status' | 'subscribe'>): Told {
  let count = 0
  hub.subscribe(() => {
    count++
  })
  return {
    get count() {
      return count
    },
    get live() {
      return hub.status === 'live'
    },
    hasSeenMore: (headers) => {
      const seen = seenBy(headers)
      if (seen === undefined) return false
      const stand = parseEventId(hub.id)?.position
      return stand === undefined || seen > stand
    },
  }
}
