import type { IncomingMessage } from 'node:http'

/** The address of whoever asks: that of the socket, so behind a proxy the proxy's. IPv4 also when it comes in the clothes of IPv6. */
export function clientAddress({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}
