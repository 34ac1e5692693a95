import { type Child, startChild } from './child'
import { pause } from './pause'
import { durationText, say } from './report'
import { afterFailure, noFailures } from './restarts'

/** A child process that is kept running until it is told to stop. */
export interface Part {
  readonly name: string
  /** The process that runs now. */
  current(): Child
  /** From now on brings it up again when it ends, with growing waits (see `afterFailure`); `onGivenUp` is called when it failed too often. */
  keep(onGivenUp: (reason: Error) => void): void
  /** Ends the process that runs now; another one takes its place. */
  renew(): void
  /** Asks it to finish, and after `patienceMs` makes it. Resolves when it is gone; it is not brought up again. */
  stop(patienceMs: number): Promise<void>
  /** Ends it without asking. */
  kill(): void
}

export interface PartOptions {
  readonly name: string
  /** The settings of the next process: read at each start, so that a moved database is found. */
  readonly env: () => Readonly<Record<string, string>>
}

/** Starts `jobs/<name>.ts`. */
export function startPart({ name, env }: PartOptions): Part {
  let child = startChild(name, env())
  let stopping = false
  let renewing = false
  const stopSignal = new AbortController()

  const keep = async (onGivenUp: (reason: Error) => void) => {
    let state = noFailures
    for (;;) {
      const how = await child.ended
      if (stopping) return
      const next = renewing
        ? ({ again: true, delayMs: 0, state } as const)
        : afterFailure(state, performance.now() - child.begun)
      renewing = false
      if (!next.again) return onGivenUp(new Error(`${name} ${how}, too often in a row: see its lines above`))
      state = next.state
      say(`${name} ${how}; it is brought up again${next.delayMs > 1000 ? ` in ${durationText(next.delayMs)}` : ''}`)
      await pause(next.delayMs, stopSignal.signal)
      if (stopping) return
      const again = startChild(name, env())
      child = again
      again.ready.then(
        () => say(`${name} is back after ${durationText(performance.now() - again.begun)} (process ${again.pid})`),
        () => undefined,
      )
    }
  }

  return {
    name,
    current: () => child,
    keep: (onGivenUp) => void keep(onGivenUp),
    renew: () => {
      renewing = true
      child.kill('SIGTERM')
    },
    stop: async (patienceMs) => {
      stopping = true
      stopSignal.abort()
      child.kill('SIGTERM')
      const patience = new AbortController()
      const late = pause(patienceMs, patience.signal).then(() => 'late')
      if ((await Promise.race([child.ended, late])) === 'late') child.kill('SIGKILL')
      patience.abort()
      await child.ended
    },
    kill: () => {
      stopping = true
      stopSignal.abort()
      child.kill('SIGKILL')
    },
  }
}
