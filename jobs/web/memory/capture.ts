import { type IncomingHttpHeaders, IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { PageHandler } from '../pageHandler'

/** A whole answer of the pages. */
export interface Captured {
  readonly status: number
  readonly headers: Readonly<OutgoingHttpHeaders>
  readonly body: Buffer
}

type Written = string | Uint8Array
type Done = (error?: Error | null) => void

/** A response that keeps what is written, and is read by nobody. */
class KeptResponse extends ServerResponse {
  readonly #chunks: Buffer[] = []

  get body(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  // Headers that are given here alone are not found by getHeaders.
  override writeHead(status: number, ...rest: unknown[]): this {
    const given = rest.find((part) => typeof part === 'object' && part !== null)
    for (const [name, value] of Object.entries((given ?? {}) as OutgoingHttpHeaders)) {
      if (value !== undefined) this.setHeader(name, value)
    }
    return super.writeHead(status)
  }

  override write(chunk: Written, ...rest: unknown[]): boolean {
    if (!this.headersSent) this.writeHead(this.statusCode)
    const encoding = rest.find((part) => typeof part === 'string') as BufferEncoding | undefined
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk))
    const done = rest.find((part) => typeof part === 'function') as Done | undefined
    if (done) queueMicrotask(done)
    return true
  }

  override end(...parts: unknown[]): this {
    const [chunk, ...rest] = parts
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk, ...rest)
    else if (!this.headersSent) this.writeHead(this.statusCode)
    this.finished = true
    const done = parts.find((part) => typeof part === 'function') as Done | undefined
    queueMicrotask(() => {
      done?.()
      this.emit('finish')
      this.emit('close')
    })
    return this
  }

  override destroy(error?: Error): this {
    super.destroy(error)
    queueMicrotask(() => this.emit('close'))
    return this
  }
}

/** Asks the pages for `url` (GET) in this process, for nobody, and resolves with the whole answer. Rejects when they do not give one. */
export async function capture(pages: PageHandler, url: string, headers: IncomingHttpHeaders): Promise<Captured> {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers: { ...headers } })
  request.push(null)
  const response = new KeptResponse(request)
  const closed = new Promise<void>((resolve) => response.once('close', resolve))
  await pages(request, response)
  // A page that broke off in the middle has destroyed its response.
  if (!response.writableEnded && !response.destroyed) throw new Error(`the pages gave no answer for ${url}`)
  await closed
  if (!response.writableEnded) throw response.errored ?? new Error(`the page ${url} broke off`)
  return { status: response.statusCode, headers: response.getHeaders(), body: response.body }
}
