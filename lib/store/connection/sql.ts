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
}

/** Opens a pool of postgres.js connections. Dates are `YYYY-MM-DD` strings, numerics decimal strings, int8 bigints, moments JS Dates. */
export function openSql(url: string, options: SqlOptions = {}): Sql {
  const { onStatement } = options
  const settings = {
    types,
    ...(onStatement && {
      debug: (_connection: number, text: string, parameters: readonly unknown[]) => onStatement(text, parameters),
    }),
    max: options.max ?? 10,
    idle_timeout: 30,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: options.applicationName ?? 'tidemark', TimeZone: 'UTC' },
    // Its types leave this option out.
    socket: promptSockets(),
  }
  return postgres(url, settings)
}
