import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen } from '@/jobs/web/listen'
import type { LiveDoor } from '@/jobs/web/live'
import type { MemoryLimits } from '@/jobs/web/memory/memory'
import { createPageMemory } from '@/jobs/web/memory/pages'
import type { PageHandler } from '@/jobs/web/pageHandler'
import { createWebServer } from '@/jobs/web/server'
import type { HubEvent, LiveStatus } from '@/lib/live/hub'

/** A hub that tells what a test tells it. */
export function toldHub() {
  const subscribers = new Set<(event: HubEvent) => void>()
  const hub = {
    id: '1-1',
    status: 'live' as LiveStatus,
    subscribe: (tell: (event: HubEvent) => void) => {
      subscribers.add(tell)
      return () => void subscribers.delete(tell)
    },
  }
  const tell = (event: Pick<HubEvent, 'changes'>) => {
    for (const each of subscribers) each({ id: hub.id, status: hub.status, ...event })
  }
  return {
    hub,
    change: () => tell({ changes: [{ topic: 'bars', key: 'NVDA' }] }),
    become: (status: LiveStatus) => {
      hub.status = status
      tell({ changes: [] })
    },
  }
}

/** The web server on loopback with `pages` behind a memory, as `npm run web` has it. */
export async function serveRemembered(pages: PageHandler, more: { limits?: MemoryLimits; clock?: () => number } = {}) {
  const told = toldHub()
  const memory = createPageMemory({
    ...{ pages, hub: told.hub, embedOrigins: ['https://news.example'] },
    ...more,
  })
  const server: Server = createWebServer({
    ...{ api: { fetch: () => new Response('api') }, pages, dev: false, embedOrigins: ['https://news.example'], memory },
    live: { hub: told.hub } as unknown as LiveDoor,
  })
  let arrived = 0
  server.on('request', () => arrived++)
  await listen(server, '127.0.0.1', 0)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { ...told, url, close, arrived: () => arrived }
}
