import type { LiveTopic } from '@/lib/store/live/topics'
import { type Frame, frameOf } from './frame'
import type { HubEvent, LiveStatus } from './hub'
import type { Change, Interest } from './interest'

/** Where a stream writes: the connection of a reader. */
export interface Sink {
  /** False when what was written waits in memory. */
  write(frame: Frame): boolean
  /** Calls back once, when nothing waits any more. */
  onceDrained(then: () => void): unknown
  end(): unknown
  destroy(): unknown
}

/** One reader's stream of server-sent events. */
export interface LiveStream {
  tell(event: HubEvent): void
  /** Begins to write: the status, and what was missed; null when that is not known and everything has to be read again. */
  open(event: Omit<HubEvent, 'changes'>, missed: readonly Change[] | null): void
  /** A sign of life, with where the reader stands; ends a reader that has not read for too long. */
  beat(frame: Frame, id: string, now: number): void
  /** Ends the stream; the reader comes back after about `retryMs`. */
  end(retryMs: number): void
}

/** Keys of a topic that are told one by one to a reader who lags behind; beyond it the whole topic is. */
const mostKeys = 50
/** How long a reader may leave what is written unread. */
const stalledMs = 60_000

/** What one kind of reader is written of an event, null for nothing; made once for all of them. */
const written = new WeakMap<HubEvent, Map<string, Frame | null>>()

const message = (id: string, event: string, data: unknown) =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`

function changeText(id: string, changes: readonly Change[], { wants }: Interest): string {
  const wanted = changes.filter(wants)
  return wanted.length === 0 ? '' : message(id, 'change', { changes: wanted })
}

function makeFrame({ id, status, changes }: HubEvent, interest: Interest): Frame | null {
  const text = changes.length === 0 ? message(id, 'status', { status }) : changeText(id, changes, interest)
  return text === '' ? null : frameOf(text)
}

function frameFor(event: HubEvent, interest: Interest): Frame | null {
  const frames = written.get(event) ?? new Map<string, Frame | null>()
  const known = frames.get(interest.text)
  if (known !== undefined) return known
  const frame = makeFrame(event, interest)
  written.set(event, frames.set(interest.text, frame))
  return frame
}

/** The sign of life that says where its readers stand. Pure. */
export function beatFrame(id: string): Frame {
  return frameOf(message(id, 'beat', {}))
}

/**
 * A stream of what interests one reader. Until it is opened, and while the reader does not read as fast as things change, what is new is kept as a set of what has changed, not as
 * a queue: it grows no further than all topics, and is written as one event when the reader is back.
 */
export function liveStream(sink: Sink, interest: Interest): LiveStream {
  let blockedSince: number | null = null
  let opened = false
  let ended = false
  let pending = new Map<LiveTopic, Set<string>>()
  let status: LiveStatus | null = null
  let lastId = ''

  const put = (frame: Frame | null) => {
    if (frame === null || ended || sink.write(frame)) return
    blockedSince = Date.now()
    sink.onceDrained(() => {
      blockedSince = null
      flush()
    })
  }
  const say = (text: string) => put(text === '' ? null : frameOf(text))
  const keep = (changes: readonly Change[]) => {
    for (const change of changes) {
      if (!interest.wants(change)) continue
      const keys = pending.get(change.topic) ?? new Set()
      pending.set(change.topic, keys.size >= mostKeys ? new Set(['']) : keys.has('') ? keys : keys.add(change.key))
    }
  }
  function flush(): void {
    const changes = [...pending].flatMap(([topic, keys]) => [...keys].map((key) => ({ topic, key })))
    const told = status === null ? '' : message(lastId, 'status', { status })
    pending = new Map()
    status = null
    say(`${told}${changes.length === 0 ? '' : message(lastId, 'change', { changes })}`)
  }

  return {
    tell: (event) => {
      lastId = event.id
      if (opened && blockedSince === null) return put(frameFor(event, interest))
      keep(event.changes)
      if (event.changes.length === 0) status = event.status
    },
    open: ({ id, status: now }, missed) => {
      opened = true
      lastId = id
      status = null
      keep(missed ?? [])
      say(`retry: 2000\n${message(id, 'ready', { status: now, complete: missed !== null })}`)
      if (blockedSince === null) flush()
    },
    beat: (frame, id, now) => {
      lastId = id
      if (blockedSince !== null) {
        if (now - blockedSince > stalledMs) sink.destroy()
        return
      }
      if (opened) put(frame)
    },
    end: (retryMs) => {
      if (ended) return
      say(`retry: ${Math.round(retryMs)}\n\n`)
      ended = true
      sink.end()
    },
  }
}
