import type { Admission } from './admission'
import { parseEventId } from './eventId'
import type { Hub } from './hub'
import type { Interest } from './interest'
import { beatFrame, type LiveStream, liveStream, type Sink } from './stream'

export interface ReaderTimes {
  /** Between two signs of life. */
  readonly beatMs: number
  /** How long a stream lasts at most; each ends at some moment of the last quarter, so that not all come back at once. */
  readonly lifeMs: number
}

const usualTimes: ReaderTimes = { beatMs: 15_000, lifeMs: 20 * 60_000 }

/** Everybody who reads the stream of this process. */
export interface Readers {
  readonly count: number
  /** Lets a reader in, told from `since` on (an event id; from now on for none), or says which cap is in the way. Returns what to call when its connection is gone. */
  enter(reader: {
    readonly address: string
    readonly interest: Interest
    readonly since: string | null
    /** Called once it is in: the head has to be written before the first event. */
    readonly sink: () => Sink
  }): (() => void) | 'total' | 'address'
  /** Ends all streams, for their readers to come back to whoever serves then. Nobody is let in any more. */
  close(): void
}

/** The readers of a hub, each with a stream of its own; `random` spreads what would otherwise happen to all at once. */
export function liveReaders(
  hub: Hub,
  admission: Admission,
  { beatMs, lifeMs }: ReaderTimes = usualTimes,
  random: () => number = Math.random,
): Readers {
  const streams = new Map<LiveStream, { readonly endAt: number }>()
  let closed = false
  const spread = () => 500 + 2_500 * random()

  const beat = () => {
    const now = Date.now()
    const frame = beatFrame(hub.id)
    for (const [stream, { endAt }] of streams) {
      if (now >= endAt) stream.end(spread())
      else stream.beat(frame, hub.id, now)
    }
  }
  // Looks at the log as well: it keeps the ids young that go with the beats, and would find what no notice told of.
  const timer = setInterval(() => void hub.look().then(beat), beatMs)
  timer.unref()

  return {
    get count() {
      return streams.size
    },
    enter: ({ address, interest, since, sink }) => {
      if (closed) return 'total'
      const leave = admission.enter(address)
      if (typeof leave === 'string') return leave
      const stream = liveStream(sink(), interest)
      streams.set(stream, { endAt: Date.now() + lifeMs * (0.75 + 0.25 * random()) })
      // Before anything is read: what is told from here on is kept for it, so that nothing falls between.
      const unsubscribe = hub.subscribe(stream.tell)
      const gone = () => {
        unsubscribe()
        streams.delete(stream)
        leave()
      }
      const stood = parseEventId(since)
      const missed = since === null ? Promise.resolve([]) : stood === null ? Promise.resolve(null) : hub.replay(stood)
      missed
        .then(
          (changes) => stream.open(hub, changes),
          // The store does not answer: the reader is told so, and to read everything again when it can.
          () => stream.open(hub, null),
        )
        .catch(() => stream.end(spread()))
      return gone
    },
    close: () => {
      closed = true
      clearInterval(timer)
      for (const stream of streams.keys()) stream.end(spread())
    },
  }
}
