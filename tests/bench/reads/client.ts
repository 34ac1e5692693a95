import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What a load saw: times of one answer in milliseconds, answers a second over all clients. */
export interface Load {
  readonly p50: number
  readonly p99: number
  readonly rate: number
  /** Of one answer's body, in bytes: the last one's. */
  readonly bytes: number
}

interface Answer {
  readonly status: number
  readonly head: string
  readonly body: Buffer
}

const endOfHead = Buffer.from('\r\n\r\n')

/** Takes one whole answer from the front of `bytes`; null while it is not all there. Bodies have a Content-Length, or none at all. */
function answerIn(bytes: Buffer): { answer: Answer; length: number } | null {
  const end = bytes.indexOf(endOfHead)
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined && status !== 304 && status !== 204) throw new Error(`an answer without a length: ${head}`)
  const whole = end + 4 + Number(status === 304 ? 0 : (length ?? 0))
  if (bytes.length < whole) return null
  return { answer: { status, head, body: bytes.subarray(end + 4, whole) }, length: whole }
}

/** One connection that asks for one thing after the other: a plain socket, which costs the measuring process little. */
class Connection {
  private bytes: Buffer[] = []
  private size = 0
  private wanted = 0
  private settle: ((answer: Answer) => void) | null = null

  private constructor(
    private readonly socket: Socket,
    private fail: (error: Error) => void = () => undefined,
  ) {
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.take(chunk))
    socket.on('close', () => this.fail(new Error('the server closed the connection')))
    socket.on('error', (error) => this.fail(error))
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Connection(socket)
  }

  private take(chunk: Buffer): void {
    this.bytes.push(chunk)
    this.size += chunk.length
    // A body of many chunks is put together once.
    if (this.size < this.wanted) return
    const all = this.bytes.length === 1 ? chunk : Buffer.concat(this.bytes)
    this.bytes = [all]
    const found = answerIn(all)
    if (found === null) {
      const end = all.indexOf(endOfHead)
      const length = end < 0 ? undefined : /\r\ncontent-length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1]
      this.wanted = length === undefined ? 0 : end + 4 + Number(length)
      return
    }
    const settle = this.settle
    ;[this.bytes, this.size, this.wanted, this.settle] = [[], 0, 0, null]
    settle?.(found.answer)
  }

  ask(path: string, headers: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.settle = resolve
      this.fail = reject
      this.socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n`)
    })
  }

  close(): void {
    this.fail = () => undefined
    this.socket.destroy()
  }
}

const headerLines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

/** Asks once. */
export async function askOnce(port: number, path: string, headers: Readonly<Record<string, string>> = {}) {
  const connection = await Connection.open(port)
  const answer = await connection.ask(path, headerLines(headers))
  connection.close()
  return answer
}

/** What each request of a load is: its path, and headers where it needs some. */
export type Ask = (index: number) => { readonly path: string; readonly headers?: Readonly<Record<string, string>> }

/**
 * `requests` answers over `clients` connections, each of which asks for the next thing when it has its answer. Throws at the first status other than `status`.
 */
export async function load(
  port: number,
  { clients, requests, ask, status = 200 }: { clients: number; requests: number; ask: Ask; status?: number },
): Promise<Load> {
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(port)))
  const took: number[] = []
  let [next, bytes] = [0, 0]
  const began = performance.now()
  await Promise.all(
    connections.map(async (connection) => {
      while (next < requests) {
        const { path, headers = {} } = ask(next++)
        const from = performance.now()
        const answer = await connection.ask(path, headerLines(headers))
        took.push(performance.now() - from)
        bytes = answer.body.length
        if (answer.status !== status)
          throw new Error(`${path}: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
      }
    }),
  )
  const rate = (requests / (performance.now() - began)) * 1000
  for (const connection of connections) connection.close()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), rate, bytes }
}
