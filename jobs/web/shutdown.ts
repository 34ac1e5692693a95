import type { Server } from 'node:http'

const sweepEveryMs = 50

/**
 * Stops accepting connections, lets the requests that run finish for up to `patienceMs`, then ends what is left. Resolves when no
 * connection is open.
 */
export function drain(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose answer ends from here on is kept alive by its client: it has to be looked for.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepEveryMs)
    const late = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(late)
      resolve()
    })
  })
}
