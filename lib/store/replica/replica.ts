import { openPrisma } from '../connection/prisma'
import { openSql, type Sql, type SqlOptions } from '../connection/sql'
import type { PrismaClient } from '../generated/client'
import { lagClock } from './lag'
import { primaryPosition, replayedPosition } from './position'
import { runReading } from './reading'

/** Why the replica is read from, or not. */
export type ReplicaState = 'in use' | 'behind' | 'down' | 'not a standby'

/** What is known of the replica; the counts are of readings, and of reads that failed there and were repeated. */
export interface ReplicaStatus {
  readonly state: ReplicaState
  readonly lagMs: number
  readonly readings: { readonly replica: number; readonly primary: number }
  readonly repeated: number
}

/** Who reads, for the question how much they have to see. */
export interface Reader {
  /** Whether the reader has an account, and may have written: then everything that is written by now has to be seen. */
  readonly known: boolean
  /** A position in the primary's log up to which the reader has been told of changes. */
  readonly since?: bigint | undefined
}

/** A streaming replica of the primary, read from when it can be believed. */
export interface Replica {
  readonly status: ReplicaStatus
  /** Runs `work` for a reader; what it reads of the store comes from the replica when that has everything that the reader has to see. */
  reading<T>(reader: Reader, work: () => Promise<T>): Promise<T>
  /** Asks the primary how far it is, and has nobody read here from a replica that is not as far. To be called after a change was seen and before anybody is told of it. */
  hold(): Promise<bigint>
}

export interface ReplicaOptions extends SqlOptions {
  readonly url: string
  /** Told at every change of the state, with what made it. */
  readonly onState?: (state: ReplicaState, error?: unknown) => void
  /** How often both servers are asked how far they are. */
  readonly lookEveryMs?: number
  /** A replica that is further behind is not read from. */
  readonly mostLagMs?: number
}

const patienceMs = 5_000
const queryTimeoutMs = 10_000

const within = <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const later = (one: bigint, other: bigint) => (one > other ? one : other)

/** Connections to the replica: thrown away whole when it goes, with all that waits on them. */
interface Connections {
  readonly sql: Sql
  readonly prisma: PrismaClient
  /** One of its own, so that a look does not wait behind readers. */
  readonly look: Sql
}

/** Watches the replica at `url` of the primary behind `primary`, until it is closed. `sql` and `prisma` are its clients at this moment. */
export function watchReplica(primary: Sql, options: ReplicaOptions) {
  const { url, lookEveryMs = 1_000, mostLagMs = 5_000, onState = () => undefined } = options
  const open = (): Connections => ({
    sql: openSql(url, options),
    prisma: openPrisma(url, { ...options, queryTimeoutMs }),
    look: openSql(url, { ...options, max: 1 }),
  })
  let connections = open()
  // Until the first look nobody reads there, and nobody has been told why.
  let state: ReplicaState = 'down'
  let told = false
  let [lagMs, repeated] = [0, 0]
  const readings = { replica: 0, primary: 0 }
  /** What the replica has carried out, what the primary is known to have written, and what readers of this process must see. */
  let [replayed, written, held] = [0n, 0n, 0n]
  const clock = lagClock()
  let looking: Promise<void> | null = null

  const leave = async ({ sql, prisma, look }: Connections) => {
    await Promise.allSettled([sql.end({ timeout: 0 }), look.end({ timeout: 0 }), prisma.$disconnect()])
  }
  const become = (next: ReplicaState, error?: unknown) => {
    if (next === state && told) return
    told = true
    if (next === 'down') {
      void leave(connections)
      connections = open()
    }
    state = next
    onState(next, error)
  }
  async function lookOnce(): Promise<void> {
    try {
      const position = await within(replayedPosition(connections.look))
      if (position === null) return become('not a standby')
      replayed = position
      lagMs = clock.lagMs(replayed, performance.now())
      become(lagMs > mostLagMs ? 'behind' : 'in use')
    } catch (error) {
      become('down', error)
    }
  }
  const look = () => {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }
  async function askPrimary(): Promise<bigint> {
    const at = performance.now()
    const position = await within(primaryPosition(primary))
    written = later(written, position)
    clock.note({ at, position })
    return position
  }
  async function isGoodFor({ known, since = 0n }: Reader): Promise<boolean> {
    if (state !== 'in use') return false
    // What a reader claims to have seen is not believed beyond what there is.
    const wanted = known || since > later(written, replayed) ? await askPrimary() : later(since, held)
    if (replayed < later(wanted, held)) await look()
    return state === 'in use' && replayed >= later(wanted, held)
  }
  // The primary being away is no reason not to read what the replica has.
  const timer = setInterval(
    () =>
      void askPrimary()
        .catch(() => undefined)
        .then(look),
    lookEveryMs,
  )
  timer.unref()
  void look()

  const replica: Replica = {
    get status() {
      return { state, lagMs, readings: { ...readings }, repeated }
    },
    reading: async (reader, work) => {
      const onReplica = await isGoodFor(reader).catch(() => false)
      readings[onReplica ? 'replica' : 'primary']++
      return runReading(onReplica, work)
    },
    hold: async () => {
      const position = await askPrimary()
      held = later(held, position)
      return position
    },
  }
  return {
    replica,
    clients: () => connections,
    /** A read failed on the replica: whether it is still there is looked at now, and not at the next turn. */
    failed: () => {
      repeated++
      void look()
    },
    close: async () => {
      clearInterval(timer)
      await leave(connections)
    },
  }
}
