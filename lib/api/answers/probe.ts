import type { Store } from '@/lib/store/connection/store'
import { currentReading } from '@/lib/store/replica/reading'
import { type SeriesState, seriesStates } from '@/lib/store/series/state'
import { memoryOf } from '../memory/memory'
import { perStore } from '../memory/perStore'

type Ask<T> = (symbols: readonly string[]) => Promise<ReadonlyMap<string, T>>

/**
 * Asks for something of listings, many askers by one statement: while one is under way, whoever comes waits for the next. So each gets what was read after it had asked, and under load a
 * question costs next to nothing.
 */
export function batchedProbe<T>(ask: Ask<T>): (symbol: string) => Promise<T | null> {
  let waiting = new Map<string, Promise<T | null>>()
  let next: Promise<ReadonlyMap<string, T>> | null = null
  let current: Promise<unknown> = Promise.resolve()
  return (symbol) => {
    const known = waiting.get(symbol)
    if (known) return known
    if (next === null) {
      next = current.then(() => {
        const symbols = [...waiting.keys()]
        waiting = new Map()
        next = null
        const asked = ask(symbols)
        current = asked.catch(() => undefined)
        return asked
      })
    }
    const own = next.then((states) => states.get(symbol) ?? null)
    waiting.set(symbol, own)
    return own
  }
}

const probesOf = perStore((store) => {
  const probe = () => batchedProbe((symbols) => seriesStates(store.sql, symbols))
  return { primary: probe(), replica: probe() }
})

/** The state of the listing of `symbol` now, null when there is none. */
export function probeOf(store: Store): (symbol: string) => Promise<SeriesState | null> {
  // A question is asked where the first of its askers reads: who must see the primary's state never shares one with those to whom a replica's will do.
  return probesOf(store)[currentReading()?.onReplica ? 'replica' : 'primary']
}

/** A state that was probed, after how many changes that we were told of, and when. */
interface Probed {
  readonly state: SeriesState
  readonly told: number
  readonly at: Date
}

/** How long a probed state holds at most, in milliseconds: nobody tells of a row that somebody mends by hand. */
const holdsMs = 1_000

/**
 * As `probeOf`, for who may be given what was probed less than a second before `now`, as long as the process was told of no change since: `told` is how many it was told of so far, null when it cannot
 * be relied on to hear of them. Costs nothing then.
 */
export async function heldState(
  store: Store,
  symbol: string,
  now: Date,
  told: number | null,
): Promise<SeriesState | null> {
  if (told === null) return probeOf(store)(symbol)
  const memory = memoryOf(store)
  const key = `state ${symbol}`
  const held = memory.get<Probed>(key)
  const age = held === undefined ? holdsMs : now.getTime() - held.at.getTime()
  if (held?.told === told && age >= 0 && age < holdsMs) return held.state
  // Counted before it is asked for: what is told meanwhile may not be in it.
  const state = await probeOf(store)(symbol)
  if (state !== null) memory.set(key, { state, told, at: now } satisfies Probed, 300)
  return state
}
