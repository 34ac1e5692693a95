import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '@/lib/store/embedded/postmaster'

/** An `npm start` that runs as processes of its own. */
export interface Launched {
  readonly pid: number
  /** Everything it has printed so far. */
  output(): string
  /** Resolves when it has printed `text` after the first `from` characters; rejects when it ends or takes longer than `withinMs`. */
  prints(text: string | RegExp, withinMs?: number, from?: number): Promise<void>
  /** Its exit code, when it has ended; -1 for the end by a signal. */
  readonly exited: Promise<number>
  kill(signal: NodeJS.Signals): void
}

/** A data folder of its own; readable by the user that Postgres runs as when the tests run as root. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-start-'))
  chmodSync(folder, 0o755)
  return folder
}

const defaults: Readonly<Record<string, string>> = {
  REFRESH: 'off',
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  PUBLIC_URL: '',
}

/** Runs `jobs/start.ts` with `env` over this process's environment. */
export function launchStart(env: Readonly<Record<string, string>>): Launched {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'jobs/start.ts'], {
    detached: true,
    env: { ...process.env, ...defaults, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
    })
  }
  const exited = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  const prints = async (wanted: string | RegExp, withinMs = 60_000, from = 0) => {
    const deadline = Date.now() + withinMs
    const found = () => (typeof wanted === 'string' ? text.slice(from).includes(wanted) : wanted.test(text.slice(from)))
    while (!found()) {
      const ended = child.exitCode !== null || child.signalCode !== null
      if (ended || Date.now() > deadline) {
        throw new Error(`${ended ? 'It ended' : `Within ${withinMs} ms it`} without printing ${wanted}:\n${text}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { pid: child.pid ?? 0, output: () => text, prints, exited, kill: (signal) => void child.kill(signal) }
}

/** Whether `descendants` can look: a bare chroot may have no /proc. */
export const hasProc = existsSync('/proc/self/stat')

/** Ids of all processes below `pid`, from /proc. */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(Number(name))
    if (parent !== null) parents.set(Number(name), parent)
  }
  const below = (top: number): number[] => {
    const children = [...parents].filter(([, parent]) => parent === top).map(([child]) => child)
    return [...children, ...children.flatMap(below)]
  }
  return below(pid)
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Those of `pids` that still run after at most `withinMs`. */
export async function stillRunning(pids: readonly number[], withinMs: number): Promise<number[]> {
  const deadline = Date.now() + withinMs
  while (pids.some(isAlive) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 25))
  return pids.filter(isAlive)
}

/** The process id that the last line beginning with `name` gives. */
export function processOf(name: string, output: string): number {
  const found = [...output.matchAll(new RegExp(`^\\s*${name}\\b.*process (\\d+)`, 'gm'))].at(-1)?.[1]
  if (!found) throw new Error(`No process of ${name} in:\n${output}`)
  return Number(found)
}
