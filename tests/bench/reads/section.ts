import { median } from 'simple-statistics'
import { seedStore } from '@/jobs/seed'
import { openBenchDatabase } from '../database'
import type { Figure, Mode, Section } from '../section'
import { type Ask, askOnce, type Load, load } from './client'
import { fillListings } from './database'
import { type ReadServer, startFloor, startOurs } from './servers'

const rounds = 5
const sessions = 1_250
/** More than there are clients, so that no two of them wait for one answer. */
const listings = 48
const requests = { short: { one: 100, many: 320, tagged: 1_500 }, full: { one: 1_000, many: 3_000, tagged: 20_000 } }

const bars = (symbol: string) => `/api/v1/listings/${symbol}/bars`

/** The servers of a run: ours that makes each answer anew, ours as it is, and the floor. */
interface Servers {
  readonly uncached: ReadServer
  readonly ours: ReadServer
  readonly floor: ReadServer
}

/** What the floor says beside the columns: what ours says. */
async function metaOf(ours: ReadServer, symbols: readonly string[]): Promise<Record<string, unknown>> {
  const meta: Record<string, unknown> = {}
  for (const symbol of symbols) {
    const { body } = await askOnce(ours.port, bars(symbol))
    meta[symbol] = (JSON.parse(body.toString()) as { meta: unknown }).meta
  }
  return meta
}

async function assertSameBytes({ uncached, floor }: Servers, symbols: readonly string[]): Promise<void> {
  for (const symbol of symbols.slice(0, 4)) {
    const [one, other] = [await askOnce(uncached.port, bars(symbol)), await askOnce(floor.port, bars(symbol))]
    if (!one.body.equals(other.body)) throw new Error(`the floor of ${symbol} has other bytes than ours`)
  }
}

type Loads = Readonly<Record<'floor' | 'uncached' | 'tagged' | 'remembered', Load>>

/** One round: each in turn under the same load. */
async function round(servers: Servers, symbols: readonly string[], clients: number, mode: Mode): Promise<Loads> {
  const counts = requests[mode]
  const whole: Ask = (i) => ({ path: bars(symbols[i % symbols.length] ?? '') })
  const path = bars(symbols[0] ?? '')
  const etag = /\r\netag: (.*?)\r\n/i.exec((await askOnce(servers.ours.port, path)).head)?.[1] ?? ''
  const tagged: Ask = () => ({ path, headers: { 'If-None-Match': etag } })
  const many = { clients, requests: clients === 1 ? counts.one : counts.many }
  const light = { clients, requests: counts.tagged }
  return {
    floor: await load(servers.floor.port, { ...many, ask: whole }),
    uncached: await load(servers.uncached.port, { ...many, ask: whole }),
    tagged: await load(servers.ours.port, { ...light, ask: tagged, status: 304 }),
    remembered: await load(servers.ours.port, { ...light, ask: () => ({ path }) }),
  }
}

function figuresOf(of: readonly Loads[], clients: number): Figure[] {
  const at = (who: keyof Loads, what: 'p50' | 'p99' | 'rate') => median(of.map((one) => one[who][what]))
  const size = `${sessions.toLocaleString('en')} sessions, ${clients === 1 ? '1 client' : `${clients} clients`}`
  const shared = { size, rounds: of.length }
  const times = (['p50', 'p99'] as const).map((what) => ({
    ...{ ...shared, name: `bars uncached, ${what}`, unit: 'ms', ours: at('uncached', what), floor: at('floor', what) },
    limit: { of: 'ratio', most: 1.5 } as const,
  }))
  const rate = { ...shared, unit: 'requests/s' }
  const uncached = at('uncached', 'rate')
  return [
    ...times,
    {
      ...{ ...rate, name: 'bars by ETag (floor: ours uncached)', ours: at('tagged', 'rate'), floor: uncached },
      limit: { of: 'ratio', least: 10 },
    },
    {
      ...{ ...rate, name: 'bars remembered (floor: ours uncached)', ours: at('remembered', 'rate'), floor: uncached },
      limit: null,
    },
  ]
}

const studies = {
  'comparison remembered (floor: made anew)':
    '/api/v1/compare?symbols=688256.SS,NVDA,0700.HK&rebase=event:deepseek-ue8m0&currency=USD',
  'event study remembered (floor: made anew)': '/api/v1/events/deepseek-ue8m0/study?listing=688256.SS',
}

async function studyFigures({ ours, uncached }: Servers): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, path] of Object.entries(studies)) {
    const times = { ours: [] as number[], floor: [] as number[] }
    for (let i = 0; i < rounds; i++) {
      times.floor.push((await load(uncached.port, { clients: 1, requests: 2, ask: () => ({ path }) })).p50)
      times.ours.push((await load(ours.port, { clients: 1, requests: 20, ask: () => ({ path }) })).p50)
    }
    const [own, floor] = [median(times.ours), median(times.floor)]
    figures.push({ name, size: 'the bundled data', unit: 'ms', ours: own, floor, rounds, limit: null })
  }
  return figures
}

/**
 * `/bars` over HTTP beside bare node:http and postgres.js on the same rows with the same bytes, the same by ETag and from memory, and what is computed from series. Uncached means a server of
 * ours whose memory holds nothing, asked for more listings than there are clients, so that nothing is shared either.
 */
export const reads: Section = {
  name: 'reads',
  measure: async (mode, say) => {
    const database = await openBenchDatabase()
    const started: ReadServer[] = []
    const start = async (server: Promise<ReadServer>) => {
      const one = await server
      started.push(one)
      return one
    }
    try {
      const symbols = await fillListings(database.store, { listings, sessions })
      await seedStore(database.store, { actor: 'bench', scopes: ['admin', 'ingest'], now: new Date() })
      const uncached = await start(startOurs(database.url, { remembering: false }))
      const ours = await start(startOurs(database.url, { remembering: true }))
      const floor = await start(startFloor(database.url, await metaOf(uncached, symbols)))
      const servers = { uncached, ours, floor }
      await assertSameBytes(servers, symbols)
      const figures: Figure[] = []
      for (const clients of [1, 32]) {
        // The first is not counted: compilers and caches warm up.
        const loads: Loads[] = []
        for (let i = 0; i <= rounds; i++) {
          say(`reads: ${clients} clients, round ${i} of ${rounds}`)
          loads.push(await round(servers, symbols, clients, mode))
        }
        figures.push(...figuresOf(loads.slice(1), clients))
      }
      say('reads: studies')
      return [...figures, ...(await studyFigures(servers))]
    } finally {
      for (const server of started) await server.stop()
      await database.drop()
    }
  },
}
