import { shelf } from '@/lib/api/memory/shelf'
import type { Told } from '@/lib/live/told'

/** Times in milliseconds, sizes in bytes. */
export interface MemoryLimits {
  /** How old an answer may become without a change: pages say how old their numbers are. */
  readonly oldMs: number
  /** From which age on it is made anew while it is still given: nobody waits for it. */
  readonly renewMs: number
  /** How old it may become while nobody tells us of changes. */
  readonly degradedMs: number
  /** What all take together. */
  readonly bytes: number
  /** What one takes at most. */
  readonly largest: number
}

export const usualLimits: MemoryLimits = {
  oldMs: 15_000,
  renewMs: 10_000,
  degradedMs: 1_000,
  bytes: 96e6,
  largest: 6e6,
}

/** What was made: `value`, which takes `bytes`, kept for the next ones when `keep` says so. */
export interface Made<T> {
  readonly value: T
  readonly bytes: number
  readonly keep: boolean
}

/** Answers by key, each made once for a state of the data. */
export interface Memory<T> {
  /** The answer of a key, from memory or by `make`. Rejects when making it fails; whoever waited for the same gets the same failure. */
  get(key: string, make: () => Promise<Made<T>>): Promise<T>
  readonly bytes: number
}

export interface MemoryParts {
  readonly told: Pick<Told, 'count' | 'live'>
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number
  /** For what fails while nobody waits for it. */
  readonly onProblem: (error: unknown) => void
  readonly limits?: MemoryLimits
}

/**
 * A memory of answers that depend on what is stored. Whatever we are told makes all of them old at once. Whoever comes after a change gets what was begun after it; whoever comes while an answer is made
 * waits for that one: of a key no two are made at a time.
 */
export function createMemory<T>({ told, clock, onProblem, limits = usualLimits }: MemoryParts): Memory<T> {
  const kept = shelf<{ readonly value: T; readonly version: number; readonly at: number }>(limits.bytes)
  const running = new Map<string, { readonly version: number; readonly made: Promise<T> }>()
  function begin(key: string, make: () => Promise<Made<T>>) {
    const of = { version: told.count, at: clock() }
    const made = make()
      .then(({ value, bytes, keep }) => {
        if (keep && bytes <= limits.largest) kept.set(key, { value, ...of }, bytes)
        return value
      })
      .finally(() => running.delete(key))
    const run = { version: of.version, made }
    running.set(key, run)
    return run
  }

  return {
    get: async (key, make) => {
      const wanted = told.count
      for (;;) {
        const found = kept.get(key)
        const age = clock() - (found?.at ?? 0)
        const oldMs = told.live ? limits.oldMs : limits.degradedMs
        if (found && found.version >= wanted && age < oldMs) {
          if (age >= limits.renewMs && !running.has(key)) begin(key, make).made.catch(onProblem)
          return found.value
        }
        const run = running.get(key) ?? begin(key, make)
        if (run.version >= wanted) return run.made
        // It was begun before the change: the next one is made when it is done, whether it fails or not.
        await run.made.catch(() => undefined)
      }
    },
    get bytes() {
      return kept.bytes
    },
  }
}
