import { type EmbeddedPostgres, startEmbedded } from '@/lib/store/embedded/cluster'
import { isAlive } from '@/lib/store/embedded/postmaster'
import { pause } from './pause'
import { durationText, say } from './report'
import { afterFailure, noFailures, type RestartState } from './restarts'

/** The database of a start: where it is, and how it ends. */
export interface Database {
  /** The URL it has now. */
  url(): string
  readonly said: string
  stop(): Promise<void>
  /** Calls back when a database that was brought up again has another URL, or when it failed too often. */
  watch(onMoved: () => void, onGivenUp: (reason: Error) => void): void
}

const lookEveryMs = 250

/** Brings up the embedded Postgres of `dataDir`, or takes over the one that a killed start left running. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  let server: EmbeddedPostgres = await startEmbedded({ dataDir })
  const stop = new AbortController()
  let bringingUp: Promise<void> = Promise.resolve()

  const bringUp = async (onMoved: () => void) => {
    const begun = performance.now()
    const before = server.url
    server = await startEmbedded({ dataDir, port: server.port })
    say(`Postgres is back after ${durationText(performance.now() - begun)} (process ${server.pid})`)
    if (server.url !== before) onMoved()
  }

  const keep = async (onMoved: () => void, onGivenUp: (reason: Error) => void) => {
    let state: RestartState = noFailures
    let begun = performance.now()
    while (!stop.signal.aborted) {
      await pause(lookEveryMs, stop.signal)
      if (stop.signal.aborted || isAlive(server.pid)) continue
      const next = afterFailure(state, performance.now() - begun)
      if (!next.again) return onGivenUp(new Error(`Postgres ended too often in a row: see ${dataDir}/postgres.log`))
      state = next.state
      say(`Postgres (process ${server.pid}) ended; it is brought up again`)
      await pause(next.delayMs, stop.signal)
      if (stop.signal.aborted) return
      begun = performance.now()
      bringingUp = bringUp(onMoved)
      await bringingUp
    }
  }

  return {
    url: () => server.url,
    said: server.started
      ? `embedded Postgres started (process ${server.pid}, port ${server.port})`
      : `embedded Postgres of an earlier start was still running (process ${server.pid}, port ${server.port}): taken over`,
    watch: (onMoved, onGivenUp) => {
      keep(onMoved, onGivenUp).catch(onGivenUp)
    },
    stop: async () => {
      stop.abort()
      // Whether it came back or not, what counts is the server that is there afterwards.
      await Promise.allSettled([bringingUp])
      await server.stop()
    },
  }
}
