/** A piece of a stream, made once for everybody it is sent to. */
export interface Frame {
  readonly text: string
  /** The same as one chunk of HTTP/1.1's chunked coding: what goes over the wire, as it is. */
  readonly chunk: Buffer
}

/** What is to be sent, ready to be sent; the text must not be empty, or the chunk would end the stream. Pure. */
export function frameOf(text: string): Frame {
  return { text, chunk: Buffer.from(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`) }
}
