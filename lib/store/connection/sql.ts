import postgres from 'postgres'
import { promptSockets } from './socket'

// DATE stays the exchange's own string, int8 becomes a bigint, numeric stays a decimal string (the driver's default).
const types = {
  date: {
    to: 1082,
    from: [1082],
    serialize: (value: string) => value,
    parse: (value: string) => value,
  },
  bigint: postgres.BigInt,
}

export type Sql = postgres.Sql<{ date: string; bigint: bigint }>
/** A connection inside a transaction. */
export type Transaction = postgres.TransactionSql<{ date: string; bigint: bigint }>
/** A connection inside a transaction, or the pool: what queries take. */
export type Queryable = Sql | Transaction

export interface SqlOptions {
  readonly max?: number
  readonly applicationName?: string
  /** Is told every statement with its parameters before it is sent. */
  readonly onStatement?: (text: string, parameters: readonly unknown[]) => void
  /** Whether a pooler stands in front that gives each transaction any of its connections; `?pgbouncer=true|false` of the URL says it as well, and decides. */
  readonly pooled?: boolean
}

/** The URL as Postgres's own programs know it, without `pgbouncer`, and whether a pooler answers there. (By its text: with several hosts it is no URL to the platform.) */
function withoutHint(text: string, pooled = false): { readonly url: string; readonly pooled: boolean } {
  const hint = /[?&]pgbouncer=([^&]*)/.exec(text)
  if (hint === null) return { url: text, pooled }
  const url = text.replace(/([?&])pgbouncer=[^&]*&?/, '$1').replace(/[?&]$/, '')
  return { url, pooled: hint[1] === 'true' }
}

/** Seconds before a connection that could not be made is tried again. The driver's own wait grows to 20: so long nothing would be read after the database is back. */
const secondsBetweenTries = (failures: number) => (0.5 + Math.random() / 2) * Math.min(2 ** failures / 50, 1)

/** Opens a pool of postgres.js connections. Dates are `YYYY-MM-DD` strings, numerics decimal strings, int8 bigints, moments JS Dates. */
export function openSql(address: string, options: SqlOptions = {}): Sql {
  const { url, pooled } = withoutHint(address, options.pooled)
  const { onStatement } = options
  const settings = {
    types,
    ...(onStatement && {
      debug: (_connection: number, text: string, parameters: readonly unknown[]) => onStatement(text, parameters),
    }),
    max: options.max ?? 10,
    // Behind a pooler the next statement may meet another connection, which knows no statement of ours by its name.
    prepare: !pooled,
    idle_timeout: 30,
    connect_timeout: 10,
    backoff: secondsBetweenTries,
    onnotice: () => undefined,
    connection: { application_name: options.applicationName ?? 'tidemark', TimeZone: 'UTC' },
    // Its types leave this option out.
    socket: promptSockets(),
  }
  return postgres(url, settings)
}
