// Codes of the drivers and of Postgres for "no connection", not for a wrong statement.
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'P1001',
  'P1002',
  'P1017',
  'P2024',
  'P2028',
  // What PgBouncer says of a server that is away or went.
  '08P01',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

/** Whether an error, or what caused it, says that the database cannot be reached. */
export function isStoreUnreachable(error: unknown, depth = 5): boolean {
  if (depth === 0 || typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (typeof code === 'string' && codes.has(code)) return true
  const kind = (cause as { kind?: unknown } | undefined)?.kind
  return kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed' || isStoreUnreachable(cause, depth - 1)
}
