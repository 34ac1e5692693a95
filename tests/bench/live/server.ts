import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { LiveServerState } from './serverProcess'

/** A server of live changes in a process of its own; without a database the floor. */
export interface LiveServer {
  readonly port: number
  state(): Promise<LiveServerState>
  /** The floor writes to everybody. */
  tell(): void
  stop(): Promise<void>
}

/** Starts it on the database of `databaseUrl`, or the floor. */
export async function startLiveServer(databaseUrl: string | null): Promise<LiveServer> {
  const { DATABASE_URL: _, ...env } = process.env
  const child: ChildProcess = fork('tests/bench/live/serverProcess.ts', {
    execArgv: ['--import', 'tsx'],
    env: databaseUrl === null ? env : { ...env, DATABASE_URL: databaseUrl },
  })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  return {
    port: Number(new URL(url).port),
    state: async () => {
      child.send('state')
      const [state] = (await once(child, 'message')) as [LiveServerState]
      return state
    },
    tell: () => void child.send('tell'),
    stop: async () => {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
