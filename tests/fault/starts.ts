import { rmSync } from 'node:fs'
import { ensureBuild } from '@/jobs/build/ensureBuild'
import { freePort } from '@/lib/store/embedded/freePort'
import { isAlive } from '@/lib/store/embedded/postmaster'
import { type Launched, launchStart, newDataDir } from './launched'

/** Starts of one data folder on one port. */
export interface Starts {
  readonly dataDir: string
  readonly port: number
  /** Launches one more, with `more` over its settings. */
  start(more?: Readonly<Record<string, string>>): Launched
  /** The status that the server answers on `/readyz`; rejects when nothing answers. */
  ready(): Promise<number>
  /** Resolves when the server answers that it is ready; throws after `withinMs`. */
  becomesReady(withinMs: number): Promise<void>
  /** Ends every one of them and what a failed test left behind, and removes the folder. */
  close(): Promise<void>
}

/** A new data folder and a free port for `npm start`, with the build made. */
export async function newStarts(): Promise<Starts> {
  const dataDir = newDataDir()
  const port = await freePort()
  const started: Launched[] = []
  await ensureBuild()
  const start = (more: Readonly<Record<string, string>> = {}) => {
    const launched = launchStart({ DATA_DIR: dataDir, PORT: String(port), ...more })
    started.push(launched)
    return launched
  }
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) })
    await response.arrayBuffer()
    return response.status
  }
  const becomesReady = async (withinMs: number) => {
    const deadline = Date.now() + withinMs
    for (;;) {
      const status = await ready().catch((error: Error) => error.message)
      if (status === 200) return
      if (Date.now() > deadline) throw new Error(`Not ready after ${withinMs} ms: ${status}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const close = async () => {
    for (const launched of started) launched.kill('SIGTERM')
    await Promise.all(started.map(({ exited }) => exited))
    const all = started.flatMap(({ output }) => [...output().matchAll(/process (\d+)/g)].map(([, pid]) => Number(pid)))
    for (const pid of all.filter(isAlive))
      if (!started.some((launched) => launched.pid === pid)) process.kill(pid, 'SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { dataDir, port, start, ready, becomesReady, close }
}
