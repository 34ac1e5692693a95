/**
 * A server of the measurements of reads, in a process of its own, on the database of `DATABASE_URL`: ours without pages, or, with `FLOOR_META` (JSON: what to say beside the columns, by symbol), the floor. `MEMORY` is how many bytes ours
 * remembers, the usual without it. Says over IPC where it is.
 */
import type { AddressInfo } from 'node:net'
import { openLive } from '@/jobs/web/live'
import { createWebServer } from '@/jobs/web/server'
import { noLimits } from '@/lib/access/limits'
import { answerDoor } from '@/lib/api/answers/door'
import { createApi } from '@/lib/api/app'
import { memoryOf } from '@/lib/api/memory/memory'
import { toldBy } from '@/lib/live/told'
import { openStore } from '@/lib/store/connection/store'
import { createFloor } from './floor'

const { DATABASE_URL: url = '', FLOOR_META: meta, MEMORY: memory } = process.env

async function ours() {
  const store = openStore(url)
  const live = await openLive(store, url, { LIVE_PER_ADDRESS: 1, LIVE_TOTAL: 1 })
  const now = () => new Date()
  if (memory !== undefined) memoryOf(store).resize(Number(memory))
  return createWebServer({
    api: createApi({ store, now, limits: noLimits }),
    answers: answerDoor(store, now, toldBy(live.hub)),
    pages: async (_, response) => void response.writeHead(404).end(),
    dev: false,
  })
}

const server = meta === undefined ? await ours() : createFloor(url, new Map(Object.entries(JSON.parse(meta))))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit(0))
