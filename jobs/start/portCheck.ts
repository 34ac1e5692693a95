import { createServer } from 'node:net'
import { pause } from './pause'
import { StartRefusal } from './refusal'

/** The error of listening on `host`:`port` for a moment, or null when it can be listened on. */
function tryPort(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
}

function explain(host: string, port: number, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Stop that program, or start on another port: PORT=${port === 65_535 ? port - 1 : port + 1} npm start`
    case 'EACCES':
      return `Port ${port} needs rights that this user does not have. Start on a port above 1023: PORT=3000 npm start`
    case 'EADDRNOTAVAIL':
      return `HOST: "${host}" is not an address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for all its addresses`
    default:
      return `HOST: "${host}" cannot be listened on (${error.code ?? error.message}). Use 127.0.0.1 for this machine only, or 0.0.0.0 for all its addresses`
  }
}

/**
 * Makes sure that `port` of `host` can be listened on; waits up to `patienceMs` for a program that is just leaving it.
 * Throws `StartRefusal` with what to do.
 */
export async function requirePort(host: string, port: number, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const error = await tryPort(host, port)
    if (!error) return
    if (error.code !== 'EADDRINUSE' || Date.now() >= deadline) throw new StartRefusal(explain(host, port, error))
    await pause(50)
  }
}
