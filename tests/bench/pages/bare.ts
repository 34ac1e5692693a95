import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { BareFile } from './bareServer'

/** A bare server that runs. */
export interface Bare {
  readonly port: number
  stop(): Promise<void>
}

/** Starts a bare node:http server for some files, by their paths. */
export async function startBare(files: Readonly<Record<string, BareFile>>): Promise<Bare> {
  const child = fork(join(import.meta.dirname, 'bareServer.ts'), [JSON.stringify(files)], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (said) => resolve(Number(said)))
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the bare server ended before it listened')))
  })
  return {
    port,
    stop: async () => {
      child.disconnect()
      await gone
    },
  }
}
