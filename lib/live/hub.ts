import type { LiveLines } from '@/lib/store/live/read'
import { liveKeptHours } from '@/lib/store/live/sweep'
import { type EventId, eventIdText } from './eventId'
import type { Change } from './interest'

/** `live`: Postgres tells us of each commit. `degraded`: we look at the log every now and then, or cannot even do that. */
export type LiveStatus = 'live' | 'degraded'

/** What the hub tells: changes, each once, or a new status. `id` is where a reader stands who knows them. */
export interface HubEvent {
  readonly id: string
  readonly status: LiveStatus
  readonly changes: readonly Change[]
}

/** Where the hub gets everything from. */
export interface HubSources {
  readonly horizon: () => Promise<bigint>
  /** As `readLiveLines`. */
  readonly read: (since: bigint) => Promise<LiveLines>
  /** As `listenLive`. */
  readonly listen: (events: {
    readonly onWake: () => void
    readonly onState: (listening: boolean) => void
    readonly onProblem: (error: unknown) => void
  }) => { stop(): Promise<void> }
  readonly now: () => Date
  /** How often the log is looked at while nobody tells us, in milliseconds; 1,000 when absent. */
  readonly pollMs?: number
  /** For the log of the process. */
  readonly onProblem?: (error: unknown) => void
}

/** One for each process: hears of commits and tells its readers. */
export interface Hub {
  /** Where a reader stands who knows everything so far. */
  readonly id: string
  readonly status: LiveStatus
  readonly subscribers: number
  /** Calls back with every event from now on; returns how to end that. */
  subscribe(tell: (event: HubEvent) => void): () => void
  /** What has changed since a reader stood at `since`; null when that cannot be told (it is too long ago, or of another database): it has to read everything again. */
  replay(since: EventId): Promise<readonly Change[] | null>
  /** Looks at the log now. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** Half of the time that lines are kept: well before the first ones of a reader's absence are swept. */
const replayableMs = (liveKeptHours / 2) * 3_600_000

const distinct = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map(({ topic, key }) => [`${topic} ${key}`, { topic, key }])).values(),
]

/**
 * Starts the hub. A notice of Postgres only wakes it: what is told always comes from reading the log from its last horizon on, so that a lost notice, a broken connection and
 * commits out of the order of their ids all come to the same. While it cannot listen it looks by itself. Rejects when the store does not answer at the start.
 */
export async function startHub(sources: HubSources): Promise<Hub> {
  const { read, listen, now, pollMs = 1_000, onProblem = () => undefined } = sources
  const subscribers = new Set<(event: HubEvent) => void>()
  let stand: EventId = { horizon: await sources.horizon(), at: now() }
  let id = eventIdText(stand)
  /** Lines that were told and will come again, because their transactions are not below the horizon. */
  let told = new Set<bigint>()
  const health = { listening: false, reading: true }
  let status: LiveStatus = 'degraded'
  let looking: Promise<void> | null = null
  let lookAgain = false
  let stopped = false
  const replays = new Map<string, Promise<LiveLines>>()
  let events = 0

  const tell = (changes: readonly Change[]) => {
    events++
    const event: HubEvent = { id, status, changes }
    for (const subscriber of subscribers) subscriber(event)
  }
  const become = (part: Partial<typeof health>) => {
    Object.assign(health, part)
    const next = health.listening && health.reading ? 'live' : 'degraded'
    if (next === status) return
    status = next
    tell([])
  }

  async function readOnce(): Promise<void> {
    const at = now()
    const { horizon, lines, position = stand.position } = await read(stand.horizon)
    const fresh = lines.filter((line) => !told.has(line.id))
    told = new Set(lines.flatMap((line) => (line.transaction >= horizon ? [line.id] : [])))
    stand = { horizon, at, position }
    id = eventIdText(stand)
    if (fresh.length > 0) tell(distinct(fresh))
  }
  async function readAll(): Promise<void> {
    try {
      do {
        lookAgain = false
        await readOnce()
        become({ reading: true })
      } while (lookAgain && !stopped)
    } catch (error) {
      if (stopped) return
      if (health.reading) onProblem(error)
      become({ reading: false })
    }
  }
  const look = (): Promise<void> => {
    lookAgain = true
    looking ??= readAll().finally(() => {
      looking = null
    })
    return looking
  }

  const listener = listen({
    onWake: () => void look(),
    onState: (listening) => become({ listening }),
    onProblem,
  })
  const poll = setInterval(() => {
    if (status === 'degraded') void look()
  }, pollMs)
  poll.unref()

  return {
    get id() {
      return id
    },
    get status() {
      return status
    },
    get subscribers() {
      return subscribers.size
    },
    subscribe: (subscriber) => {
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
    replay: async (since) => {
      if (now().getTime() - since.at.getTime() > replayableMs) return null
      // Another process may have read later than we.
      if (since.horizon > stand.horizon) await look()
      if (since.horizon > stand.horizon) return null
      // After a restart thousands come back who all stand at the same place. One reading serves them as long as nothing was told since it began: what was told before a reader
      // subscribed must be in it.
      const key = `${since.horizon} ${events}`
      const known = replays.get(key)
      const reading = known ?? read(since.horizon).finally(() => replays.delete(key))
      if (!known) replays.set(key, reading)
      return distinct((await reading).lines)
    },
    look,
    stop: async () => {
      stopped = true
      clearInterval(poll)
      subscribers.clear()
      await listener.stop()
      await looking
    },
  }
}
