import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/lib/store/embedded/freePort'
import type { Figure } from '../section'

const withinMs = 600_000

/** Runs a command in a folder; rejects with what it printed when it fails. */
async function runs(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said.slice(-2_000)}`)
}

/** `npm ci && npm start` in a folder, to the board that it answers; then everything is stopped. */
async function installed(folder: string): Promise<void> {
  await runs('npm', ['ci'], folder)
  const port = await freePort()
  const settings = { PORT: String(port), HOST: '127.0.0.1', REFRESH: 'off', DATABASE_URL: '', DATA_DIR: '.tidemark' }
  const env = { ...process.env, ...settings }
  // A group of its own: npm hands no signal on.
  const start = spawn('npm', ['start'], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(start, 'close')
  try {
    let said = ''
    await new Promise<void>((resolve, reject) => {
      start.stdout.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ready after')) resolve()
      })
      start.once('exit', () => reject(new Error(`npm start ended:\n${said}`)))
      setTimeout(() => reject(new Error(`not ready within ${withinMs} ms:\n${said}`)), withinMs).unref()
    })
    const answer = await fetch(`http://127.0.0.1:${port}/`)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the board answered ${answer.status}`)
  } finally {
    if (start.pid !== undefined && start.exitCode === null) process.kill(-start.pid, 'SIGTERM')
    await gone
  }
}

/** From `npm ci` in a clean clone of what is committed here to its board. Needs the registry. */
export async function measureClean(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-bench-clean-'))
  // Postgres runs as nobody when this runs as root, and must be able to walk in.
  chmodSync(folder, 0o755)
  const clone = join(folder, 'tidemark')
  try {
    execFileSync('git', ['clone', '-q', '--no-hardlinks', process.cwd(), clone])
    const begun = performance.now()
    await installed(clone)
    const ours = performance.now() - begun
    const limit = { of: 'ours', most: 120_000 } as const
    return {
      name: 'clean clone to board',
      size: 'npm ci && npm start',
      unit: 'ms',
      ours,
      floor: null,
      rounds: 1,
      limit,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
