import { setTimeout as pause } from 'node:timers/promises'
import { type Job, startJob } from '../fault/process'

/** A web or worker process as `npm run web` and `npm run worker` start it, that can be killed and brought back. */
export interface Part {
  /** Starts it; resolves when it is ready. */
  start(): Promise<void>
  /** Ends it with kill -9; resolves when it is gone. */
  kill(): Promise<void>
  /** Whether the process that was started last still runs. */
  runs(): boolean
  /** What it has written since it was started last. */
  output(): string
  /** Ends it as a stop does; its exit code. */
  stop(): Promise<number | null>
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

/** A part; `url` is where a web process answers. */
export function part(name: 'web' | 'worker', env: Readonly<Record<string, string>>, url?: string): Part {
  let job: Job | null = null
  let over = true
  return {
    start: async () => {
      const started = startJob(name, [], env, true)
      job = started
      over = false
      void started.ended.then(() => {
        over = true
      })
      const ready = new Promise((resolve) => started.child.once('message', resolve))
      const failed = started.ended.then(({ stdout, stderr }) => {
        throw new Error(`${name} ended before it was ready: ${stdout.slice(-1_000)} ${stderr.slice(-1_000)}`)
      })
      await Promise.race([ready, failed])
      failed.catch(() => undefined)
      while (url !== undefined && !(await isReady(url))) await pause(50)
    },
    kill: async () => {
      job?.child.kill('SIGKILL')
      await job?.ended
    },
    runs: () => !over,
    output: () => job?.output() ?? '',
    stop: async () => {
      if (job === null) return null
      job.child.kill('SIGTERM')
      return (await job.ended).code
    },
  }
}
