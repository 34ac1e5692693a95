import { setTimeout as pause } from 'node:timers/promises'
import { openReader, type Reader } from '../store/live/reader'

/** A client of the stream that comes back by itself, to the next server, from where it stood. */
export interface Listener {
  /** What it was told, `topic key`, and `everything` for each time it was told to read all again. */
  readonly told: ReadonlySet<string>
  /** How often its stream broke. */
  readonly breaks: number
  close(): void
}

/** Listens at the servers in turn, beginning with that at `first`. */
export function listener(urls: readonly string[], first: number): Listener {
  const told = new Set<string>()
  let [breaks, closed, lastId] = [0, false, '']
  let reader: Reader | null = null
  const listen = async () => {
    for (let turn = first; !closed; turn++) {
      try {
        reader = await openReader(
          `${urls[turn % urls.length]}/api/v1/live`,
          lastId === '' ? {} : { 'Last-Event-ID': lastId },
        )
        if (closed) return reader.close()
        const events = reader.events
        let seen = 0
        const keep = () => {
          for (; seen < events.length; seen++) {
            const { id, data, event } = events[seen] ?? { id: '', data: {}, event: '' }
            if (id !== '') lastId = id
            if (event === 'ready' && data.complete === false) told.add('everything')
            for (const { topic, key } of data.changes ?? []) told.add(`${topic} ${key}`)
          }
        }
        const timer = setInterval(keep, 10)
        await reader.ended
        clearInterval(timer)
        keep()
        if (!closed) breaks++
      } catch {
        // Nobody listens there at the moment: the next one may.
      }
      await pause(100)
    }
  }
  void listen()
  return {
    told,
    get breaks() {
      return breaks
    },
    close: () => {
      closed = true
      reader?.close()
    },
  }
}
