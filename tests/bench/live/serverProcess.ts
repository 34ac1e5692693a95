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
  /** When it began to tell its readers of each change so far: seconds of the machine's own clock. */
  readonly toldAt: readonly number[]
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** As many bytes as ours sends of a change of one quote. */
const bareChange = 'id: 1234-1795500000\nevent: change\ndata: {"changes":[{"topic":"quotes","key":"NVDA"}]}\n\n'

const url = process.env.DATABASE_URL
const bare = new Set<ServerResponse>()
const toldAt: number[] = []
const begins = () => void toldAt.push(Number(process.hrtime.bigint()) / 1e9)
const live = url
  ? await openLive(openStore(url, { max: 3 }), url, { LIVE_PER_ADDRESS: 100_000, LIVE_TOTAL: 100_000 })
  : null
// Who subscribes first is told first: the moment at which telling begins.
live?.hub.subscribe(({ changes }) => {
  if (changes.length > 0) begins()
})
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
  if (asked === 'tell') {
    begins()
    for (const response of bare) response.write(bareChange)
  }
  if (asked !== 'state') return
  collectGarbage()
  const { heapUsed: heap, rss } = process.memoryUsage()
  const readers = live ? live.readers.count : bare.size
  const subscribers = live ? live.hub.subscribers - 1 : bare.size
  process.send?.({ readers, subscribers, heap, rss, toldAt } satisfies LiveServerState)
})
process.on('disconnect', () => process.exit(0))
