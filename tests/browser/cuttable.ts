import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'

/** A way to a server that can be cut and mended, as a cable can. */
export interface Cuttable {
  readonly url: string
  /** Ends every connection and takes no other. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** Opens a way on loopback to the server at `url`. */
export async function cuttable(url: string): Promise<Cuttable> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let whole = true
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = dial(Number(port), hostname)
    keep(near)
    keep(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const cut = () => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      whole = true
    },
    close: () => {
      cut()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
