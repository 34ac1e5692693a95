import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { findBinaries } from './binaries'
import { programEnvironment } from './environment'
import { databaseOwner } from './owner'
import { isAlive } from './postmaster'

const newFolder = (cluster: string, pid: number | string) => `${cluster}.new-${pid}`

/** Removes what interrupted first starts of this cluster left, unless their process still works on it. */
function sweep(cluster: string): void {
  const prefix = basename(newFolder(cluster, ''))
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

// Asynchronous, so that a launcher still hears Ctrl-C meanwhile.
function run(program: string, args: readonly string[]): Promise<{ status: number | null; message: string }> {
  const child = spawn(program, args, {
    ...databaseOwner(),
    env: programEnvironment(program),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let message = ''
  child.stderr.on('data', (chunk: Buffer) => {
    message += chunk.toString('utf8')
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, message: error.message }))
    child.once('close', (status, signal) => resolve({ status, message: message || `ended by ${signal ?? status}` }))
  })
}

/** True when `cluster` is there: it appears at its place only when it is whole. */
export function isInitialised(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'))
}

/**
 * Makes a new cluster with the superuser `tidemark` and password `secret`. It is made beside its place and moved there when it is
 * whole, so that a killed first start, whose initdb may still run, cannot spoil the next one. Throws with what initdb said.
 */
export async function initialise(cluster: string, secret: string): Promise<void> {
  const owner = databaseOwner()
  const { initdb } = findBinaries(owner)
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 })
  sweep(cluster)
  const fresh = newFolder(cluster, process.pid)
  const passwordFile = `${fresh}.password`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, secret, { mode: 0o600 })
  if (owner) {
    chownSync(fresh, owner.uid, owner.gid)
    chownSync(passwordFile, owner.uid, owner.gid)
  }
  const flags = ['--username=tidemark', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions']
  const { status, message } = await run(initdb, [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...flags])
  rmSync(passwordFile, { force: true })
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`initdb failed in ${cluster}: ${message.trim()}`)
  }
  try {
    renameSync(fresh, cluster)
  } catch (error) {
    // Another first start was faster: what it made is used.
    rmSync(fresh, { recursive: true, force: true })
    if (!isInitialised(cluster)) throw error
  }
}
