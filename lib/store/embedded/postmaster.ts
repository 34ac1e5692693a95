import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What `postmaster.pid` of a cluster says: the server's process and its port. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

// Where nobody collects the dead (a container without an init) a killed server stays in the table: state Z after the name in brackets.
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && /\) [ZX]/.test(readFileSync(stat, 'utf8'))
}

/** True when a process with this id runs (also when it is somebody else's). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    // ENOENT and ESRCH: it went while we looked.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// After a crash and a restart of the machine the number may belong to another program, and Postgres would refuse to start.
function isPostgres(pid: number): boolean {
  const comm = `/proc/${pid}/comm`
  return !existsSync('/proc/self/comm') || (existsSync(comm) && readFileSync(comm, 'utf8').startsWith('postgres'))
}

/** The live server of `cluster`, or null. Removes a lock file whose process is gone or is no Postgres. */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (!isAlive(pid) || !isPostgres(pid)) {
    rmSync(file, { force: true })
    return null
  }
  return { pid, port }
}

/** Waits until `pid` is gone; false when `timeoutMs` passed first. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}
