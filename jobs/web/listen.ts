import type { Server } from 'node:http'
import { StartRefusal } from '../start/refusal'

/** Listens on `host`:`port`; resolves when it does. Rejects with what to do when it cannot. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) =>
      reject(
        new StartRefusal(
          cause.code === 'EADDRINUSE'
            ? `Port ${port} on ${host} is taken by another program: stop it, or set PORT to another one`
            : `Cannot listen on ${host}:${port} (${cause.code ?? cause.message}): check HOST and PORT`,
        ),
      )
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve()
    })
  })
}
