import { connect } from 'node:net'

/** What one client of a load asks for, again and again on one connection. */
export interface Asked {
  readonly port: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** One connection to a server on loopback that gives each answer a length. */
export interface Client {
  /** Asks once; resolves with how long the whole answer took in milliseconds. Rejects for any other status than 200. */
  ask(): Promise<number>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

/** A client that reads no more of an answer than its length: it must cost less than the servers it measures. */
export async function openClient({ port, path, headers }: Asked): Promise<Client> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const text = `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let head = Buffer.alloc(0)
  let missing = -1
  let settle: { done: () => void; failed: (error: Error) => void } | null = null
  socket.on('data', (chunk) => {
    if (missing < 0) {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(headEnd)
      if (end < 0) return
      const said = head.toString('latin1', 0, end)
      const length = /\r\ncontent-length: (\d+)/i.exec(said)?.[1]
      if (!said.startsWith('HTTP/1.1 200') || length === undefined) return settle?.failed(new Error(said))
      missing = Number(length) - (head.length - end - headEnd.length)
      head = Buffer.alloc(0)
    } else missing -= chunk.length
    if (missing > 0) return
    missing = -1
    settle?.done()
  })
  socket.on('error', (error) => settle?.failed(error))
  socket.on('close', () => settle?.failed(new Error('the server closed the connection')))
  return {
    ask: () =>
      new Promise<number>((resolve, reject) => {
        const begun = performance.now()
        settle = { done: () => resolve(performance.now() - begun), failed: reject }
        socket.write(text)
      }),
    close: () => socket.destroy(),
  }
}

/** Answers a second to `clients` connections that each ask again as soon as they are answered, over about `ms` milliseconds. */
export async function rateOf(asked: Asked, clients: number, ms: number): Promise<number> {
  const all = await Promise.all(Array.from({ length: clients }, () => openClient(asked)))
  const begun = performance.now()
  let answers = 0
  await Promise.all(
    all.map(async (client) => {
      while (performance.now() - begun < ms) {
        await client.ask()
        answers++
      }
    }),
  )
  const rate = (1000 * answers) / (performance.now() - begun)
  for (const client of all) client.close()
  return rate
}
