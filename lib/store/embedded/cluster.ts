import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { findBinaries } from './binaries'
import { programEnvironment } from './environment'
import { freePort } from './freePort'
import { initialise, isInitialised } from './initialise'
import { clusterFolder, databaseOwner } from './owner'
import { findPostmaster, isAlive, waitForExit } from './postmaster'

/** A running embedded Postgres. */
export interface EmbeddedPostgres {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly cluster: string
  /** False when a server that was already running is used. */
  readonly started: boolean
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  /** Database name, made when it is not there. */
  readonly database?: string
  /** Extra `name=value` settings of the server. */
  readonly parameters?: readonly string[]
  /** Port to listen on when it is free, so that the URL outlives a restart; any other otherwise. */
  readonly port?: number
}

const startTimeoutMs = 30_000

function password(dataDir: string): string {
  const file = join(dataDir, 'postgres.password')
  if (!existsSync(file)) {
    const whole = `${file}.${process.pid}`
    writeFileSync(whole, randomBytes(24).toString('base64url'), { mode: 0o600 })
    renameSync(whole, file)
  }
  return readFileSync(file, 'utf8').trim()
}

async function spawnServer(cluster: string, logFile: string, { parameters = [], port: preferred }: EmbeddedOptions) {
  const owner = databaseOwner()
  const port = await freePort(preferred)
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=80',
    'timezone=UTC',
    'log_timezone=UTC',
    ...parameters,
  ]
  const log = openSync(logFile, 'a')
  const program = findBinaries(owner).postgres
  const child = spawn(program, ['-D', cluster, '-p', String(port), ...all.flatMap((parameter) => ['-c', parameter])], {
    ...owner,
    cwd: dirname(cluster),
    env: programEnvironment(program),
    // Its own process group: Ctrl-C on the terminal must reach the launcher only, which stops the parts in order.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return new Promise<number>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new Error(`Postgres could not be started in ${cluster}: ${cause.message}`, { cause })),
    )
    child.once('spawn', () => {
      child.unref()
      resolve(child.pid ?? 0)
    })
  })
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined })
  try {
    await sql`SELECT 1`
    return true
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === '28P01')
      throw new Error(
        'The embedded Postgres refuses our password: was DATA_DIR copied in part? Restore postgres.password beside it',
      )
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${database}`
    if (found.length === 0) await sql`CREATE DATABASE ${sql(database)}`
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/**
 * Brings up the Postgres of `dataDir`: initialises it the first time, uses the server that already runs on it, or starts one on a
 * free loopback port. Errors carry the end of the server's log.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, database = 'tidemark' } = options
  const cluster = clusterFolder(dataDir, databaseOwner())
  const secret = password(dataDir)
  if (!isInitialised(cluster)) await initialise(cluster, secret)
  const logFile = join(dataDir, 'postgres.log')
  const urlOf = (port: number, name: string) => `postgresql://tidemark:${secret}@127.0.0.1:${port}/${name}`
  const deadline = Date.now() + startTimeoutMs
  let spawned = 0
  let started = false
  while (Date.now() < deadline) {
    const running = findPostmaster(cluster)
    if (running && running.port > 0 && (await answers(urlOf(running.port, 'postgres')))) {
      await ensureDatabase(urlOf(running.port, 'postgres'), database)
      const stop = async () => {
        if (isAlive(running.pid)) process.kill(running.pid, 'SIGINT')
        if (!(await waitForExit(running.pid, 20_000)))
          throw new Error(`Postgres (pid ${running.pid}) did not stop within 20 s`)
      }
      const { port, pid } = running
      return { url: urlOf(port, database), port, pid, cluster, started, stop }
    }
    // Backends of a killed server may still hold its memory for a moment, and a stopping one its lock: then ours exits and we try again.
    if (!running && (spawned === 0 || !isAlive(spawned))) {
      spawned = await spawnServer(cluster, logFile, options)
      started = true
    }
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  const tail = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n').slice(-8).join('\n') : 'no log'
  throw new Error(`Postgres in ${cluster} did not come up within ${startTimeoutMs / 1000} s. Its log ends:\n${tail}`)
}
