import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { nodeOptions } from './nodeOptions'
import { relayLines } from './outputLines'

/** The message a child sends when it does its work. */
export const readyMessage = 'ready'

const partArgument = '--part'

/** Whether this process is a part of an `npm start`, which speaks for it. */
export function isPart(): boolean {
  return process.argv.includes(partArgument)
}

export interface Child {
  readonly pid: number
  /** When it was started, in milliseconds of `performance.now()`. */
  readonly begun: number
  /** Resolves on the child's `ready` message; rejects when it ended before. */
  readonly ready: Promise<void>
  /** How it ended, in words; resolves when it is gone. */
  readonly ended: Promise<string>
  kill(signal: NodeJS.Signals): void
}

/** A child writes into our pipe: how its log is to look is told by where ours goes, unless the settings say. */
function logFormat(): string {
  return process.env.LOG_FORMAT || (process.stdout.isTTY ? 'text' : 'json')
}

function endText(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? `ended by ${signal}` : `ended with exit code ${code}`
}

/**
 * Starts `jobs/<name>.ts` as a process of its own, in its own process group: Ctrl-C on the terminal reaches only the launcher. The
 * child ends by itself when its channel to us breaks. Its output appears with its name in front.
 */
export function startChild(name: string, env: Readonly<Record<string, string>>): Child {
  const begun = performance.now()
  const child: ChildProcess = fork(join(process.cwd(), 'jobs', `${name}.ts`), [partArgument], {
    cwd: process.cwd(),
    detached: true,
    env: { ...process.env, LOG_FORMAT: logFormat(), NODE_OPTIONS: nodeOptions(), ...env },
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  relayLines(name, child.stdout)
  relayLines(name, child.stderr)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => resolve(endText(code, signal)))
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      if (message === readyMessage) resolve()
    })
    void ended.then((how) => reject(new Error(`${name} ${how} before it was ready`)))
  })
  // Whoever waits for it sees the failure; a part nobody waits for must not end the launcher by it.
  ready.catch(() => undefined)
  const kill = (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  }
  return { pid: child.pid ?? 0, begun, ready, ended, kill }
}
