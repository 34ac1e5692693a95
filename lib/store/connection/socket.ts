import { connect, type Socket } from 'node:net'

/** What the driver knows of where its server is, when it asks for a socket. */
export interface SocketAddress {
  readonly host: readonly string[]
  readonly port: readonly number[]
  /** Of a Unix socket. */
  readonly path?: string | false
}

/**
 * Sockets for the driver, which send each write at once (TCP_NODELAY); several hosts in turn, as the driver's own do. The driver leaves Nagle's algorithm on: the end of a COPY, and the
 * statement after it, then each wait 40 ms for an acknowledgement that the server has no reason to send.
 */
export function promptSockets(): (address: SocketAddress) => Socket {
  let turn = 0
  return ({ host, port, path }) => {
    if (path) return connect({ path })
    const at = turn++ % port.length
    const name = host[at] ?? 'localhost'
    // The driver reads the name off the socket for the certificate's sake.
    return Object.assign(connect({ host: name, port: port[at] ?? 5432, noDelay: true }), { host: name })
  }
}
