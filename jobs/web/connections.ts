import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { log } from '@/lib/operation/log'

/** Files that are no connection of a client: the database's, the pages' and the log's. */
const otherFiles = 256
const sayEveryMs = 60_000

/** How many files a process may have open, by the text of its `/proc/self/limits`; null when it is not said or there is no limit. Pure. */
export function openFileLimit(limits: string): number | null {
  const [, hard] = /^Max open files +\S+ +(\d+)/m.exec(limits) ?? []
  return hard === undefined ? null : Number(hard)
}

/** The limit of this process: the hard one, to which Node raises its own. Null where the system does not say (outside of Linux). */
export function ownOpenFileLimit(): number | null {
  try {
    return openFileLimit(readFileSync('/proc/self/limits', 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Has a server turn connections away before the process runs out of files (`limit`, null for no limit): beyond it the kernel's connections were closed without a word, and the
 * database's and the pages' files failed with them. Logs that, once a minute at most, and at once when `streams` of live changes would not fit.
 */
export function capConnections(server: Server, limit: number | null, streams: number): void {
  if (limit === null) return
  const most = Math.max(1, limit - otherFiles)
  server.maxConnections = most
  if (streams > most) {
    log().warn(
      { openFiles: limit, connections: most },
      `LIVE_TOTAL is ${streams}, but this process may have ${limit} files open, which leaves ${most} for connections: raise the limit (ulimit -n) or lower LIVE_TOTAL`,
    )
  }
  let saidAt = Number.NEGATIVE_INFINITY
  server.on('drop', () => {
    const now = performance.now()
    if (now - saidAt < sayEveryMs) return
    saidAt = now
    log().error(
      { openFiles: limit, connections: most },
      'connections are turned away: as many are open as the limit on open files (ulimit -n) leaves room for',
    )
  })
}
