import type { IncomingMessage, ServerResponse } from 'node:http'
import { Problem, wrongParameter } from '@/lib/api/problem/problem'
import { admission } from '@/lib/live/admission'
import { liveIdHeader } from '@/lib/live/header'
import { type Hub, startHub } from '@/lib/live/hub'
import { type Interest, parseInterest, TopicsError } from '@/lib/live/interest'
import { liveReaders, type Readers, type ReaderTimes } from '@/lib/live/readers'
import type { Sink } from '@/lib/live/stream'
import { log } from '@/lib/operation/log'
import type { Settings } from '@/lib/settings'
import type { Store } from '@/lib/store/connection/store'
import { listenLive } from '@/lib/store/live/listen'
import { liveHorizon, readLiveLines } from '@/lib/store/live/read'
import { refuse } from './door'

/** The stream of live changes as the web server has it. */
export interface LiveDoor {
  answer(request: IncomingMessage, response: ServerResponse): void
  /** Where the log stands, for the pages. */
  readonly hub: Hub
  readonly readers: Readers
  /** Ends all streams. */
  close(): void
  /** Lets go of the database. */
  stop(): Promise<void>
}

/** Whether a path (with or without a query) is that of the stream. */
export function isLivePath(url: string): boolean {
  return url.split('?', 1)[0] === '/api/v1/live'
}

/** Tells a page where the log stood before anything of it was read, in place of whatever the client sent: its stream begins there, and nothing falls between. */
export function setPageLiveId(request: IncomingMessage, live: LiveDoor | undefined): void {
  if (live) request.headers[liveIdHeader] = live.hub.id
  else delete request.headers[liveIdHeader]
}

export interface DoorOptions {
  /** Whether whoever sends the request may read; everybody when not given. */
  readonly mayRead?: (request: IncomingMessage) => boolean | Promise<boolean>
  readonly times?: ReaderTimes
  /** The address of whoever sends the request; the socket’s when not given. */
  readonly addressOf?: (request: IncomingMessage) => string | null
}

const refuseWith = (response: ServerResponse, { body }: Problem, headers: Readonly<Record<string, string>> = {}) =>
  refuse(response, { ...body }, headers)

function busy(response: ServerResponse, why: 'total' | 'address'): void {
  const detail =
    why === 'total'
      ? 'As many streams of live changes are open as this server keeps; read again later'
      : 'As many streams of live changes are open from your address as this server keeps for one (LIVE_PER_ADDRESS); close one first'
  refuseWith(response, new Problem('busy', detail), { 'Retry-After': '30' })
}

/** What a request asks to hear of, and from where on. Throws a Problem. */
function asked(request: IncomingMessage): { interest: Interest; since: string | null } {
  const [, query = ''] = (request.url ?? '').split('?', 2)
  const parameters = new URLSearchParams(query)
  const unknown = [...parameters.keys()].find((name) => name !== 'topics' && name !== 'since')
  if (unknown !== undefined) throw wrongParameter(unknown.slice(0, 60), 'is not a parameter here; topics and since are')
  // A browser that comes back by itself says in the header where it stood; the query has where the page stood at first.
  const header = request.headers['last-event-id']
  const since = typeof header === 'string' && header !== '' ? header : parameters.get('since')
  try {
    return { interest: parseInterest(parameters.get('topics')), since }
  } catch (error) {
    if (error instanceof TopicsError) throw wrongParameter('topics', error.message)
    throw error
  }
}

/**
 * Writes the head of a stream, and from then on each frame to the connection itself, as the chunk that it is: `response.write` would make up the same chunk anew for every reader, of
 * four pieces. An answer that waits behind another one of its connection has none yet, and HTTP/1.0 knows no chunks: such answers write for themselves.
 */
function openSink(response: ServerResponse): Sink {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    // nginx would keep events back to fill its buffer.
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
  return {
    write: ({ text, chunk }) => {
      const { socket, chunkedEncoding } = response
      return chunkedEncoding && socket?.writable ? socket.write(chunk) : response.write(text)
    },
    onceDrained: (then) => (response.socket ?? response).once('drain', then),
    end: () => response.end(),
    destroy: () => response.destroy(),
  }
}

/** The door of a hub: writes its events to whoever asks, without a framework, which would cost three times as much. */
export function liveDoor(
  hub: Hub,
  readers: Readers,
  { mayRead = () => true, addressOf = ({ socket }) => socket.remoteAddress ?? null }: DoorOptions = {},
): Omit<LiveDoor, 'stop'> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET') {
      const problem = new Problem('method-not-allowed', `${request.method} is not answered here; GET is`)
      return refuseWith(response, problem, { Allow: 'GET' })
    }
    if (!(await mayRead(request))) {
      return refuseWith(response, new Problem('not-signed-in', 'This server shows nothing to whoever is not signed in'))
    }
    const { interest, since } = asked(request)
    if (response.destroyed) return
    const left = readers.enter({
      ...{ address: addressOf(request) ?? '', interest, since },
      sink: () => openSink(response),
    })
    if (typeof left === 'string') return busy(response, left)
    response.on('close', left)
  }
  return {
    hub,
    readers,
    answer: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        if (response.headersSent) return void response.destroy()
        if (error instanceof Problem) return refuseWith(response, error)
        log().error({ err: error }, 'the stream of live changes could not be opened')
        refuseWith(response, new Problem('internal', 'The log of this server says more'))
      })
    },
    close: () => readers.close(),
  }
}

/** Opens the stream of this process on a store: one connection to `url` that listens, one hub, its readers. Rejects when the store does not answer. */
export async function openLive(
  { sql, replica }: Pick<Store, 'sql' | 'replica'>,
  url: string,
  { LIVE_PER_ADDRESS: perAddress, LIVE_TOTAL: total }: Pick<Settings, 'LIVE_PER_ADDRESS' | 'LIVE_TOTAL'>,
  options: DoorOptions = {},
): Promise<LiveDoor> {
  const hub = await startHub({
    horizon: async () => {
      const horizon = await liveHorizon(sql)
      await replica?.hold()
      return horizon
    },
    read: async (since) => {
      const read = await readLiveLines(sql, since)
      // Before anybody is told: whoever then reads again must not be shown what was there before.
      return replica === undefined || read.lines.length === 0 ? read : { ...read, position: await replica.hold() }
    },
    listen: (events) => listenLive(url, events),
    now: () => new Date(),
    onProblem: (error) =>
      log().warn({ err: error }, 'live changes are not told to this process; it looks for them instead'),
  })
  const readers = liveReaders(hub, admission({ perAddress, total }), options.times)
  return { ...liveDoor(hub, readers, options), stop: () => hub.stop() }
}
