import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A server of the measurements of reads in a process of its own. */
export interface ReadServer {
  readonly port: number
  stop(): Promise<void>
}

async function started(env: Readonly<Record<string, string>>): Promise<ReadServer> {
  const child = fork('tests/bench/reads/server.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env, NODE_ENV: 'production' },
  })
  const gone = once(child, 'exit')
  const [port] = (await Promise.race([
    once(child, 'message'),
    gone.then(([code]) => Promise.reject(new Error(`the server of the measurement ended with ${code}`))),
  ])) as [number]
  return {
    port,
    stop: async () => {
      child.disconnect()
      await gone
    },
  }
}

/** Starts ours on the database of `databaseUrl`; not `remembering`, it makes each answer anew. */
export const startOurs = (databaseUrl: string, { remembering }: { remembering: boolean }) =>
  started({ DATABASE_URL: databaseUrl, ...(remembering ? {} : { MEMORY: '0' }) })

/** Starts the floor on it; `meta` is what it says beside the columns, by symbol. */
export const startFloor = (databaseUrl: string, meta: Readonly<Record<string, unknown>>) =>
  started({ DATABASE_URL: databaseUrl, FLOOR_META: JSON.stringify(meta) })
