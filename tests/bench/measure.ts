import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { assertAgreement, type BenchCase, type Work } from './bench'

/** Times in milliseconds, and the ratio of their median to the floor's in the same rounds, with the least and greatest ratio within one round. */
export interface Timing {
  readonly name: string
  readonly medianMs: number
  readonly minMs: number
  readonly maxMs: number
  readonly ratio: number
  readonly minRatio: number
  readonly maxRatio: number
}

export interface Measured {
  readonly name: string
  readonly size: string
  readonly limit: number | null
  /** Whether the ratio of ours keeps the limit; null without one. */
  readonly within: boolean | null
  readonly floor: Timing
  readonly ours: Timing
  readonly peers: readonly Timing[]
}

export interface Rounds {
  /** Rounds that are run and not counted, so that the compiler has done its work. */
  readonly warmUp: number
  readonly rounds: number
  /** Rounds in which the peers take part: some take a hundred times as long. */
  readonly peerRounds: number
}

export const usualRounds: Rounds = { warmUp: 5, rounds: 41, peerRounds: 5 }
/** For a first look. */
export const shortRounds: Rounds = { warmUp: 4, rounds: 11, peerRounds: 1 }

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function timed(work: Work): number {
  // Or one piece of work pays for the garbage of the one before.
  collectGarbage()
  const start = performance.now()
  const result = work()
  const took = performance.now() - start
  if (result.length === 0) throw new Error('the work gave no result')
  return took
}

/** The middle one, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

function timingOf(name: string, times: readonly number[], floor: readonly number[]): Timing {
  const ratios = times.map((time, round) => time / (floor[round] ?? Number.NaN))
  return {
    name,
    medianMs: median(times),
    minMs: Math.min(...times),
    maxMs: Math.max(...times),
    ratio: median(times) / median(floor.slice(0, times.length)),
    minRatio: Math.min(...ratios),
    maxRatio: Math.max(...ratios),
  }
}

/**
 * Times a case: floor, ours and peers in turn, round after round, so that whatever else the machine does meets all of them alike. They have to agree in
 * their figures first; throws an error that names who does not.
 */
export function measure(bench: BenchCase, { warmUp, rounds, peerRounds }: Rounds = usualRounds): Measured {
  assertAgreement(bench)
  const peers = bench.peers ?? []
  const own = [bench.floor, bench.subject]
  for (let round = 0; round < warmUp; round++) for (const work of own) timed(work)
  const times: number[][] = [...own, ...peers].map(() => [])
  for (let round = 0; round < rounds; round++) {
    const works = [...own, ...(round < peerRounds ? peers.map(({ run }) => run) : [])]
    for (const [i, work] of works.entries()) times[i]?.push(timed(work))
  }
  const [floor = [], ours = [], ...others] = times
  const oursTiming = timingOf('ours', ours, floor)
  return {
    name: bench.name,
    size: bench.size,
    limit: bench.limit,
    within: bench.limit === null ? null : oursTiming.ratio <= bench.limit,
    floor: timingOf('floor', floor, floor),
    ours: oursTiming,
    peers: others.map((each, i) => timingOf(peers[i]?.name ?? '', each, floor)),
  }
}
