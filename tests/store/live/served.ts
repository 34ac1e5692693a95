import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { listen } from '@/jobs/web/listen'
import { type DoorOptions, type LiveDoor, openLive } from '@/jobs/web/live'
import { createWebServer } from '@/jobs/web/server'
import type { FreshStore } from '../../database/fresh'

/** A web server on a free port of loopback with the stream of a store, and nothing else. */
export interface ServedLive {
  readonly url: string
  readonly live: LiveDoor
  readonly server: Server
  close(): Promise<void>
}

/** Serves the stream of a store; the caps let everybody in unless given. */
export async function serveLive(
  store: FreshStore,
  caps: { perAddress?: number; total?: number } = {},
  options: DoorOptions = {},
): Promise<ServedLive> {
  const { perAddress: LIVE_PER_ADDRESS = 10_000, total: LIVE_TOTAL = 10_000 } = caps
  const live = await openLive(store, store.url, { LIVE_PER_ADDRESS, LIVE_TOTAL }, options)
  // It begins to listen on its own.
  for (let look = 0; live.hub.status !== 'live' && look < 100; look++) await sleep(20)
  const server = createWebServer({
    api: { fetch: () => new Response('api') },
    pages: async (request, response) => void response.end(String(request.headers['x-tidemark-live'])),
    dev: false,
    live,
  })
  await listen(server, '127.0.0.1', 0)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    live,
    server,
    close: async () => {
      live.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await live.stop()
    },
  }
}
