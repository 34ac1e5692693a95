import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/**
 * Readers on plain sockets. One in `every` reads at once and is timed; the others read only at the end, as people on other machines do, who cost this machine nothing: or what
 * is measured is how fast one process reads thousands of sockets.
 */
export interface Crowd {
  readonly size: number
  /** When each of the timed ones heard of the next change: seconds of the machine's own clock. */
  nextChange(): Promise<number[]>
  /** Has all read what has come by now; of how many changes each reader has heard, the fewest and the most. */
  heard(): Promise<{ readonly fewest: number; readonly most: number }>
  leave(): Promise<void>
}

interface Reader {
  readonly socket: Socket
  readonly timed: boolean
  changes: number
}

const greeting = Buffer.from('event: ready')
const changed = Buffer.from('event: change')
const request = 'GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'

/** What is read is counted before the next socket is read. Large enough for everything a reader was told, or one of its changes might be cut in two. */
const buffer = Buffer.alloc(256 * 1024)

function changesIn(text: Buffer): number {
  let count = 0
  for (let at = text.indexOf(changed); at !== -1; at = text.indexOf(changed, at + 1)) count++
  return count
}

/** Opens a stream whose changes are counted; one that is not timed reads no further than its greeting, until it is resumed. Resolves when it has been greeted. */
function openOne(port: number, timed: boolean, onChange: () => void): Promise<Reader> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      ...{ port, host: '127.0.0.1' },
      // Only a socket with a buffer of its own stops reading when it is paused.
      onread: {
        buffer,
        callback: (length) => {
          const read = buffer.subarray(0, length)
          if (read.includes(greeting)) {
            if (!timed) socket.pause()
            resolve(reader)
          }
          const changes = changesIn(read)
          reader.changes += changes
          if (timed && changes > 0) onChange()
          return true
        },
      },
    })
    const reader: Reader = { socket, timed, changes: 0 }
    socket.setNoDelay(true)
    socket.on('error', reject)
    socket.on('connect', () => socket.write(request))
  })
}

/** Opens `size` streams, a few hundred at a time; resolves when each has been greeted. Rejects when one is refused. */
export async function openCrowd(port: number, size: number, every = 1): Promise<Crowd> {
  const readers: Reader[] = []
  let onChange: () => void = () => undefined
  for (let opened = 0; opened < size; opened += 200) {
    const batch = Array.from({ length: Math.min(200, size - opened) }, (_, i) =>
      openOne(port, (opened + i) % every === every - 1, () => onChange()),
    )
    readers.push(...(await Promise.all(batch)))
  }
  const timed = readers.filter((reader) => reader.timed).length
  return {
    size,
    nextChange: () =>
      new Promise((resolve, reject) => {
        const heardAt: number[] = []
        const late = () => reject(new Error(`${heardAt.length} of ${timed} readers were told in 20 s`))
        const timer = setTimeout(late, 20_000)
        onChange = () => {
          heardAt.push(Number(process.hrtime.bigint()) / 1e9)
          if (heardAt.length < timed) return
          clearTimeout(timer)
          onChange = () => undefined
          resolve(heardAt)
        }
      }),
    heard: async () => {
      for (const { socket } of readers) socket.resume()
      // Until a while has passed in which nobody read anything.
      for (let before = -1, now = 0; now !== before; ) {
        before = now
        await new Promise((passed) => setTimeout(passed, 300))
        now = readers.reduce((sum, { changes }) => sum + changes, 0)
      }
      const counts = readers.map(({ changes }) => changes)
      return { fewest: Math.min(...counts), most: Math.max(...counts) }
    },
    leave: async () => {
      const closed = readers.map(({ socket }) => once(socket, 'close'))
      for (const { socket } of readers) socket.destroy()
      await Promise.all(closed)
    },
  }
}
