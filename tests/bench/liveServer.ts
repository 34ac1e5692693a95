/**
 * The server of the live measurements, in a process of its own: the stream of the database of `DATABASE_URL`, or, without one, the floor: bare node:http that writes what it is told to
 * everybody. Speaks over IPC: says where it is, answers `state` with its memory after a collection and its readers, writes at `tell`.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openLive } from '@/jobs/web/live'
import { createWebServer } from '@/jobs/web/server'
import { openStore } from '@/lib/store/connection/store'

/** What the process says of itself. */
export interface LiveServerState {
  readonly readers: number
  readonly subscribers: number
  /** In use after a collection, in bytes. */
  readonly heap: number
  readonly rss: number
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const url = process.env.DATABASE_URL
const bare = new Set<ServerResponse>()
const live = url
  ? await openLive(openStore(url, { max: 3 }), url, { LIVE_PER_ADDRESS: 100_000, LIVE_TOTAL: 100_000 })
  : null
const server = live
  ? createWebServer({
      ...{ api: { fetch: () => new Response('') }, dev: false, live },
      pages: async (_, response) => void response.end(),
    })
  : createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('event: ready\ndata: {}\n\n')
      bare.add(response)
      response.on('close', () => bare.delete(response))
    })
server.listen(0, '127.0.0.1', 4_096, () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
process.on('message', (asked) => {
  if (asked === 'tell') for (const response of bare) response.write('event: change\ndata: {"changes":[]}\n\n')
  if (asked !== 'state') return
  collectGarbage()
  const { heapUsed: heap, rss } = process.memoryUsage()
  const readers = live ? live.readers.count : bare.size
  process.send?.({ readers, subscribers: live?.hub.subscribers ?? bare.size, heap, rss } satisfies LiveServerState)
})
process.on('disconnect', () => process.exit(0))
