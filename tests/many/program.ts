import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { programEnvironment } from '@/lib/store/embedded/environment'
import { databaseOwner } from '@/lib/store/embedded/owner'

/** A server of loopback that can be killed and brought back. */
export interface Program {
  readonly url: string
  /** Starts it; resolves when it answers a query. */
  start(): Promise<void>
  /** Ends it at once (SIGKILL), or with another signal; resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** Whether it answers, be it that the database of the URL is not there. */
async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 1, fetch_types: false, onnotice: () => undefined })
  try {
    await sql`SELECT 1`.simple()
    return true
  } catch (error) {
    return (error as { code?: unknown }).code === '3D000'
  } finally {
    await sql.end({ timeout: 0 })
  }
}

/** Runs a program once; throws with what it printed when it fails. As root it runs as nobody, which is what Postgres and PgBouncer insist on. */
export async function runOnce(file: string, args: readonly string[]): Promise<void> {
  const child = spawn(file, args, {
    ...databaseOwner(),
    cwd: '/',
    env: programEnvironment(file),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said}`)
}

/** A program that serves Postgres's protocol at `url`; what it prints goes to `logFile`. */
export function program({ file, args, url, logFile }: Launch): Program {
  let child: ChildProcess | null = null
  const spawned = () => {
    const log = openSync(logFile, 'a')
    const started = spawn(file, args, {
      ...databaseOwner(),
      cwd: '/',
      env: programEnvironment(file),
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    return started
  }
  const gone = (one: ChildProcess | null) => one === null || one.exitCode !== null || one.signalCode !== null
  return {
    url,
    start: async () => {
      for (const end = Date.now() + 30_000; Date.now() < end; await pause(30)) {
        // A killed server's backends may hold its memory for a moment: then the new one ends, and another one is started.
        if (gone(child)) child = spawned()
        if (await answers(url)) return
      }
      throw new Error(
        `${file} did not answer within 30 s. Its log ends:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`,
      )
    },
    kill: async (signal = 'SIGKILL') => {
      const one = child
      if (one === null || gone(one)) return
      const ended = new Promise((resolve) => one.once('exit', resolve))
      one.kill(signal)
      await ended
    },
  }
}

export interface Launch {
  readonly file: string
  readonly args: readonly string[]
  readonly url: string
  readonly logFile: string
}
