import { setTimeout as sleep } from 'node:timers/promises'
import { noteChange } from '@/lib/store/live/note'
import { type BenchDatabase, openBenchDatabase } from '../database'
import { median } from '../measure'
import type { Figure, Mode, Section } from '../section'
import { startLiveServer } from './server'
import { startCrowd } from './startCrowd'

interface Scale {
  readonly readers: number
  /** The most that a reader may cost, in KB; null where there are too few of them to carry what the process takes anyway. */
  readonly mostMemory: number | null
  /** Changes in each round. */
  readonly changes: number
}

const scales: Record<Mode, Scale> = {
  short: { readers: 1_000, changes: 6, mostMemory: null },
  full: { readers: 5_000, changes: 20, mostMemory: 20 },
}
const rounds = 5
/** One reader in so many is timed. */
const every = 10

/** One round: milliseconds that the readers waited for a change, from the moment at which the server began to tell it, and from before it was committed. */
interface Round {
  readonly told: readonly number[]
  readonly committed: readonly number[]
}

interface Side {
  /** Memory of the server's process, in KB a reader. */
  readonly memory: number
  round(): Promise<Round>
  /** Rejects when a reader has not heard of every change. */
  stop(): Promise<void>
}

const clock = () => Number(process.hrtime.bigint()) / 1e9

/** The value below which a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A server and its crowd; `change` brings about a change of one quote. */
async function side(
  databaseUrl: string | null,
  { readers, changes }: Scale,
  change: (tell: () => void) => unknown,
): Promise<Side> {
  const server = await startLiveServer(databaseUrl)
  // What the first readers load and compile is no reader's.
  await (await startCrowd(server.port, 50, every)).leave()
  const idle = await server.state()
  const crowd = await startCrowd(server.port, readers, every)
  const full = await server.state()
  if (full.readers !== readers) throw new Error(`${full.readers} of ${readers} readers are there`)
  let told = 0
  return {
    memory: (full.rss - idle.rss) / readers / 1024,
    round: async () => {
      const times: { before: number; heardAt: readonly number[] }[] = []
      for (let n = 0; n < changes; n++) {
        const before = clock()
        times.push({ before, heardAt: await crowd.hearing(() => change(server.tell)) })
        await sleep(100)
      }
      const { toldAt } = await server.state()
      const since = (from: number, heardAt: readonly number[]) => heardAt.map((at) => (at - from) * 1_000)
      const first = told
      told += changes
      return {
        told: times.flatMap(({ heardAt }, n) => since(toldAt[first + n] ?? Number.NaN, heardAt)),
        committed: times.flatMap(({ before, heardAt }) => since(before, heardAt)),
      }
    },
    stop: async () => {
      const { fewest, most } = await crowd.heard()
      await crowd.leave()
      await server.stop()
      if (fewest !== told || most !== told) {
        throw new Error(`of ${told} changes each reader should have heard once; one heard of ${fewest}, one of ${most}`)
      }
    },
  }
}

function figures(ours: Round[], floor: Round[], sides: { ours: Side; floor: Side }, scale: Scale) {
  const { readers, changes, mostMemory } = scale
  const size = `${readers.toLocaleString('en')} readers, ${changes} changes a round`
  const medianOf = (all: readonly Round[], what: keyof Round, share: number) =>
    median(all.map((round) => quantile(round[what], share)))
  const broadcast = (share: number, limit: Figure['limit']): Figure => {
    const ratios = ours.map(({ told }, n) => quantile(told, share) / quantile(floor[n]?.told ?? [], share))
    return {
      ...{ name: `broadcast p${share * 100}`, size, unit: 'ms', rounds, limit },
      ...{ ours: medianOf(ours, 'told', share), floor: medianOf(floor, 'told', share) },
      spread: [Math.min(...ratios), Math.max(...ratios)],
    }
  }
  const fromCommit = (share: number, limit: Figure['limit']): Figure => ({
    ...{ name: `commit to reader p${share * 100}`, size, unit: 'ms', rounds, limit },
    ...{ ours: medianOf(ours, 'committed', share), floor: null },
  })
  return [
    broadcast(0.5, null),
    broadcast(0.99, { of: 'ratio', most: 1.5 }),
    fromCommit(0.5, null),
    fromCommit(0.99, { of: 'ours', most: 250 }),
    {
      ...{ name: 'memory of the process', size, unit: 'KB a reader', rounds: 1 },
      ...{ ours: sides.ours.memory, floor: sides.floor.memory },
      limit: mostMemory === null ? null : { of: 'ours', most: mostMemory },
    } satisfies Figure,
  ]
}

async function measureLive(
  { url, store }: BenchDatabase,
  scale: Scale,
  say: (line: string) => void,
): Promise<Figure[]> {
  const floor = await side(null, scale, (tell) => tell())
  const ours = await side(url, scale, () => noteChange(store.sql, { now: new Date() }, 'quotes', 'NVDA'))
  say(`${scale.readers} readers each`)
  const measured: { ours: Round[]; floor: Round[] } = { ours: [], floor: [] }
  for (let round = 0; round <= rounds; round++) {
    const pair = { floor: await floor.round(), ours: await ours.round() }
    // The first one is for the compiler.
    if (round === 0) continue
    measured.floor.push(pair.floor)
    measured.ours.push(pair.ours)
  }
  await floor.stop()
  await ours.stop()
  return figures(measured.ours, measured.floor, { ours, floor }, scale)
}

/**
 * Open streams on one process, beside bare node:http that writes the same bytes to as many: how long after the server began to tell of a change its readers have it, how long
 * after the moment before its commit, and what a reader costs. Every reader has to hear of every change exactly once.
 */
export const live: Section = {
  name: 'live',
  measure: async (mode, say) => {
    const database = await openBenchDatabase()
    try {
      return await measureLive(database, scales[mode], say)
    } finally {
      await database.drop()
    }
  },
}
