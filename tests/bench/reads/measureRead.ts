import { load } from './client'
import { startOurs } from './servers'

/** How a read is measured. */
export interface ReadOptions {
  /** Query of each request, such as `from=2021-11-22&to=2026-11-20`; the whole series by default. */
  readonly query?: string
  /** Connections that ask at the same time; 1 by default. */
  readonly clients?: number
  /** Answers that are timed, after a fifth as many that are not; 400 by default. */
  readonly requests?: number
}

/** Times of one answer in milliseconds, and answers a second. */
export interface ReadTimes {
  readonly p50: number
  readonly p99: number
  readonly rate: number
  /** Of the last answer, in bytes. */
  readonly bytes: number
}

/**
 * Times `/api/v1/listings/{symbol}/bars` on the database of `databaseUrl` (migrated, filled; any Postgres), uncached: by a web server of ours in a process of its own, which
 * remembers no answer, asked over HTTP for `symbols` in turn. Whoever compares two databases gives each as many symbols and sessions, and alternates. Throws when an answer is not
 * 200.
 */
export async function measureRead(
  databaseUrl: string,
  symbols: readonly string[],
  { query = '', clients = 1, requests = 400 }: ReadOptions = {},
): Promise<ReadTimes> {
  const server = await startOurs(databaseUrl, { remembering: false })
  try {
    const ask = (index: number) => ({
      path: `/api/v1/listings/${encodeURIComponent(symbols[index % symbols.length] ?? '')}/bars${query && `?${query}`}`,
    })
    await load(server.port, { clients, requests: Math.ceil(requests / 5), ask })
    return await load(server.port, { clients, requests, ask })
  } finally {
    await server.stop()
  }
}
