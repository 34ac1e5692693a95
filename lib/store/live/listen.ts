import { Client } from 'pg'
import { liveChannel } from './note'

/** What a listener tells. */
export interface ListenerEvents {
  /** Something was committed, or the connection has just come (back): read the log. */
  readonly onWake: () => void
  /** Whether the connection listens; told at every change. */
  readonly onState: (listening: boolean) => void
  /** Why it does not; for the log. */
  readonly onProblem: (error: unknown) => void
}

export interface ListenerTimes {
  /** Wait before the first attempt to connect again; doubled up to the longest. */
  readonly retryMs: number
  readonly longestRetryMs: number
  /** How often a silent connection is asked whether it is still there, and how long it has for an answer. */
  readonly probeMs: number
  readonly probeTimeoutMs: number
}

const usualTimes: ListenerTimes = { retryMs: 250, longestRetryMs: 10_000, probeMs: 15_000, probeTimeoutMs: 5_000 }

/**
 * Keeps one connection that listens on the live channel, for as long as `stop` is not called: whatever breaks it, another is made. A connection of its own rather than one of
 * the pool, because a pool's may be closed when idle, and because only so its end is seen.
 */
export function listenLive(
  url: string,
  { onWake, onState, onProblem }: ListenerEvents,
  times: ListenerTimes = usualTimes,
): { stop(): Promise<void> } {
  let stopped = false
  let current: Client | null = null
  let waiting: NodeJS.Timeout | undefined
  let failures = 0

  const again = () => {
    if (stopped) return
    const wait = Math.min(times.longestRetryMs, times.retryMs * 2 ** Math.min(failures++, 10))
    waiting = setTimeout(() => void connect(), wait)
    waiting.unref()
  }

  async function connect(): Promise<void> {
    const client = new Client({
      connectionString: url,
      application_name: 'tidemark live',
      keepAlive: true,
      connectionTimeoutMillis: times.probeTimeoutMs,
      query_timeout: times.probeTimeoutMs,
    })
    current = client
    let ended = false
    let probe: NodeJS.Timeout | undefined
    const end = (error: unknown) => {
      if (ended) return
      ended = true
      clearInterval(probe)
      client.removeAllListeners('notification')
      // What still comes from a connection that is given up is of no interest, but must not be unhandled.
      client.end().catch(() => undefined)
      if (stopped) return
      onState(false)
      // Once a break, not at each attempt.
      if (failures === 0) onProblem(error)
      again()
    }
    client.on('error', end)
    client.on('end', () => end(new Error('the connection that listens for live changes was closed')))
    client.on('notification', () => onWake())
    try {
      await client.connect()
      await client.query(`LISTEN ${liveChannel}`)
      if (stopped || ended) return
      failures = 0
      onState(true)
      // What was committed while nobody listened.
      onWake()
      probe = setInterval(() => void client.query('SELECT 1').catch(end), times.probeMs)
      probe.unref()
    } catch (error) {
      end(error)
    }
  }
  void connect()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(waiting)
      await current?.end().catch(() => undefined)
    },
  }
}
