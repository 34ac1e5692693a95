import { log } from '@/lib/operation/log'
import { isStoreUnreachable } from '@/lib/store/connection/unreachable'

/**
 * Keeps a process that is to outlive its database: postgres.js asks for the array types first on each new connection, and when the server goes just then nobody handles that
 * (whoever wanted the connection is told besides). Whatever else nobody handles ends the process, as always.
 */
export function outliveLostConnections(): void {
  process.on('unhandledRejection', (error) => {
    if (!isStoreUnreachable(error)) throw error
    log().warn({ err: error }, 'a connection to the database was lost before it was used')
  })
}
