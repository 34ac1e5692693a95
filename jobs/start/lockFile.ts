import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isAlive } from '@/lib/store/embedded/postmaster'
import { processIdentity } from './processIdentity'

/** Who holds a lock file: a process and a note for readers. */
export interface Holder {
  readonly pid: number
  readonly identity: string | null
  readonly note: string
  /** ISO, UTC. */
  readonly since: string
}

/** The holder that a process with the id `pid` is now. */
export function holderOf(pid: number, note: string): Holder {
  return { pid, identity: processIdentity(pid), note, since: new Date().toISOString() }
}

/** What `file` says, or null when it is not there. A file that is no lock has a holder without a process. */
function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (error) {
    if (error instanceof SyntaxError) return { pid: 0, identity: null, note: '', since: '' }
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** True while the process that `holder` names runs; a later one with the same number does not count. */
export function holds(holder: Pick<Holder, 'pid' | 'identity'>): boolean {
  if (!Number.isInteger(holder.pid) || holder.pid <= 0) return false
  const identity = processIdentity(holder.pid)
  return identity === null || holder.identity === null ? isAlive(holder.pid) : identity === holder.identity
}

/** Puts `holder` into `file`, whoever holds it now. */
export function writeHolder(file: string, holder: Holder): void {
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(holder))
  renameSync(own, file)
}

// A link appears whole or not at all, and only when nothing is there.
function linkNew(file: string, holder: Holder): boolean {
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(holder))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

// Two may find the same stale lock: the slower one must not remove the faster one's, so it looks again at what it moved away.
function setAside(file: string, stale: Holder): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && (moved.pid !== stale.pid || moved.since !== stale.since)) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

/**
 * Takes the lock `file` for `holder`, unless another process that runs holds it: then that one is in `other`. `wasStale` tells that a
 * lock of a dead process was in the way.
 */
export function tryLock(file: string, holder: Holder): { readonly other: Holder | null; readonly wasStale: boolean } {
  mkdirSync(dirname(file), { recursive: true })
  let wasStale = false
  while (!linkNew(file, holder)) {
    const found = readHolder(file)
    if (found && holds(found)) return { other: found, wasStale }
    if (found) {
      wasStale = true
      setAside(file, found)
    }
  }
  return { other: null, wasStale }
}

/** Leaves the lock `file` if `pid` still holds it. */
export function unlock(file: string, pid: number): void {
  if (readHolder(file)?.pid === pid) rmSync(file, { force: true })
}
