import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '@/lib/store/embedded/freePort'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Job {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  readonly output: () => string
  /** Resolves when the text has appeared on standard output; rejects when the process ended first. */
  readonly says: (text: string) => Promise<void>
}

/** An origin on which nothing listens, for every feed. */
export const nowhere = everyOrigin(`http://127.0.0.1:${await freePort()}`)

/** The settings that send every feed to one server. */
export function everyOrigin(origin: string): Record<string, string> {
  return {
    YAHOO_ORIGIN: origin,
    TENCENT_ORIGIN: origin,
    EASTMONEY_ORIGIN: origin,
    SEC_ORIGIN: origin,
    EASTMONEY_DATA_ORIGIN: origin,
    ECB_ORIGIN: origin,
  }
}

/** Runs `jobs/<name>.ts` as a process of its own: the one process that a kill -9 ends. */
export function startJob(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ipc = false,
): Job {
  const child = spawn(process.execPath, ['--import', 'tsx', join('jobs', `${name}.ts`), ...args], {
    env: { ...process.env, ...env },
    stdio: ipc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  })
  const text = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => {
    text.stdout += chunk
  })
  child.stderr?.on('data', (chunk) => {
    text.stderr += chunk
  })
  // Not "close": it never comes after we break the channel ourselves.
  const drained = [child.stdout, child.stderr].map((stream) => new Promise((resolve) => stream?.once('end', resolve)))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => Promise.all(drained).then(() => resolve({ code, signal, ...text }), reject))
  })
  const says = async (wanted: string) => {
    let over: Ended | null = null
    void ended.then((how) => {
      over = how
    })
    while (!text.stdout.includes(wanted)) {
      if (over) throw new Error(`${name} ended without saying "${wanted}": ${JSON.stringify(over)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { child, ended, output: () => text.stdout, says }
}
