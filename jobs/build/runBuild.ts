import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nodeOptions } from '../start/nodeOptions'

/** Raised when the build failed; the message ends with what the build printed. */
export class BuildError extends Error {
  override readonly name = 'BuildError'
}

export interface BuildProcess {
  readonly pid: number
  /** Resolves when the build is made; rejects with `BuildError`. */
  readonly done: Promise<void>
}

/** Runs `next build` in `root` as a process group of its own. An abort of `signal` ends the whole group. */
export function runBuild(root: string, signal?: AbortSignal): BuildProcess {
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    detached: true,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: nodeOptions() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
  }
  const end = () => {
    // Next builds with processes of its own, which a signal to the first one would leave behind.
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted) end()
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new BuildError(`next build could not be started: ${error.message}`)))
    child.once('close', (code, ended) => {
      signal?.removeEventListener('abort', end)
      if (code === 0) resolve()
      else reject(new BuildError(`next build failed (${ended ?? `exit code ${code}`}):\n${output.trim()}`))
    })
  })
  return { pid: child.pid ?? 0, done }
}
