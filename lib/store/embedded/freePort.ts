import { randomInt } from 'node:crypto'
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

// Below those that systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one of these is not taken by a stranger's connection in the moment in
// which whoever wants it, or comes back to it after a restart, is not listening.
const lowest = 15_000
const highest = 32_000
const tries = 20

/** A TCP port of the loopback address that nobody listens on at this moment: `preferred` when it is one of them. */
export async function freePort(preferred = 0): Promise<number> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const wanted = attempt === 0 && preferred !== 0 ? preferred : randomInt(lowest, highest)
    const port = await portOf(wanted).catch(() => null)
    if (port !== null) return port
  }
  return portOf(0)
}
