import { createServer } from 'node:net'

function portOf(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** A TCP port of the loopback address that nobody listens on at this moment: `preferred` when it is one of them. */
export function freePort(preferred = 0): Promise<number> {
  return preferred === 0 ? portOf(0) : portOf(preferred).catch(() => portOf(0))
}
