import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { median } from 'simple-statistics'
import { openStore } from '@/lib/store/connection/store'
import { noteChange } from '@/lib/store/live/note'
import type { Figure, Mode } from '../section'
import { startBare } from './bare'
import { type Client, openClient, rateOf } from './load'
import { inTurn } from './rounds'

/** A board that runs, and a folder for what a measurement writes. */
export interface BoardPlace {
  readonly port: number
  readonly databaseUrl: string
  readonly folder: string
}

const clients = 32
const encoding = { 'Accept-Encoding': 'gzip' }

/** The median of `times` answers to one client. */
async function latency(client: Client, times: number): Promise<number> {
  const took: number[] = []
  for (let i = 0; i < times; i++) took.push(await client.ask())
  return median(took)
}

/** Calls back with each change that the server tells; ends with the answer's body. */
async function* told(port: number, signal: AbortSignal): AsyncGenerator<void> {
  const { body } = await fetch(`http://127.0.0.1:${port}/api/v1/live`, { signal })
  if (body === null) throw new Error('no stream of live changes')
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      if (/^event: (change|ready)$/m.test(text.slice(0, end))) yield
      text = text.slice(end + 2)
    }
  }
}

/** The board as its first reader gets it after each of `times` commits: nothing of it is remembered. */
async function afterChanges({ port, databaseUrl }: BoardPlace, times: number): Promise<number> {
  const store = openStore(databaseUrl, { max: 1 })
  const client = await openClient({ port, path: '/', headers: encoding })
  const leave = new AbortController()
  const changes = told(port, leave.signal)
  try {
    await changes.next()
    const took: number[] = []
    for (let i = 0; i < times; i++) {
      await noteChange(store.sql, { now: new Date() }, 'quotes', 'NVDA')
      await changes.next()
      took.push(await client.ask())
    }
    return median(took)
  } finally {
    leave.abort()
    client.close()
    await store.close()
  }
}

/** An answer as it is on the wire: fetch would unpack it. */
async function onWire(port: number): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const asked = get({ port, host: '127.0.0.1', path: '/', headers: encoding })
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const body = await buffer(response)
  const { connection: _, date: __, ...headers } = response.headers
  return { headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])), body }
}

/** How many boards a second are sent, beside a bare server with the same bytes, and how long one takes, remembered and made anew. */
export async function measureRequests(place: BoardPlace, mode: Mode): Promise<readonly Figure[]> {
  const { headers, body } = await onWire(place.port)
  const file = join(place.folder, 'board.gz')
  writeFileSync(file, body)
  const bare = await startBare({ '/': { file, headers } })
  const [floor, ours] = [bare.port, place.port].map((port) => ({ port, path: '/', headers: encoding }))
  if (!floor || !ours) throw new Error('no server')
  const size = `the board, ${(body.length / 1024).toFixed(0)} KB of gzip`
  const [rounds, ms, times] = mode === 'full' ? [5, 3_000, 200] : [5, 700, 40]
  try {
    for (const each of [floor, ours]) await rateOf(each, clients, 300)
    const rate = await inTurn(
      rounds,
      () => rateOf(floor, clients, ms),
      () => rateOf(ours, clients, ms),
    )
    const [one, other] = [await openClient(floor), await openClient(ours)]
    const warm = await inTurn(
      rounds,
      () => latency(one, times),
      () => latency(other, times),
    )
    one.close()
    other.close()
    await afterChanges(place, 20)
    const changed: number[] = []
    for (let round = 0; round < rounds; round++) changed.push(await afterChanges(place, times / 5))
    const most = { of: 'ours', most: 25 } as const
    return [
      {
        name: 'pages a second',
        size: `${size}, ${clients} clients`,
        unit: 'requests/s',
        ...rate,
        limit: { of: 'ours', least: 1_000 },
      },
      { name: 'server time, warm', size, unit: 'ms', ...warm, limit: most },
      {
        name: 'server time, first after a change',
        size,
        unit: 'ms',
        ours: median(changed),
        floor: null,
        rounds,
        limit: null,
      },
    ]
  } finally {
    await bare.stop()
  }
}
