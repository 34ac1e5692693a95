import type { Client, Connection, Submittable } from 'pg'

/** Bytes of rows in one piece: large enough for compression and few awaits, small enough for memory. */
const pieceBytes = 4 << 20

/** What the driver calls on a query of ours; its types do not say it. */
interface Handlers extends Submittable {
  handleCopyData(message: { readonly chunk: Buffer }, connection: Connection): void
  handleCommandComplete(): void
  handleError(error: Error): void
  handleReadyForQuery(connection: Connection): void
}

/**
 * Runs `COPY … TO STDOUT` in the text format and yields its bytes in pieces of whole rows. Holds two pieces at most: the server waits while nobody takes them. Ending
 * early closes the connection. Throws what Postgres says.
 */
export async function* copyOut(client: Client, statement: string): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  let piece = Buffer.allocUnsafe(pieceBytes)
  let used = 0
  let failure: Error | null = null
  let over = false
  let wake: () => void = () => undefined
  let connection: Connection | null = null

  const hand = (bytes: Buffer) => {
    ready.push(bytes)
    // The rest of what has been received still comes.
    connection?.stream.pause()
    wake()
  }
  const flush = () => {
    if (used > 0) hand(piece.subarray(0, used))
    piece = Buffer.allocUnsafe(pieceBytes)
    used = 0
  }
  const query: Handlers = {
    submit: (on) => {
      connection = on
      on.query(statement)
    },
    handleCopyData: ({ chunk }) => {
      if (used + chunk.length > pieceBytes) flush()
      // Copied in any case: the driver uses its buffer again.
      if (chunk.length > pieceBytes) hand(Buffer.from(chunk))
      else used += chunk.copy(piece, used)
    },
    handleCommandComplete: flush,
    handleError: (error) => {
      failure = error
      over = true
      wake()
    },
    handleReadyForQuery: () => {
      over = true
      wake()
    },
  }
  client.query(query)
  const resume = () => (connection as Connection | null)?.stream.resume()
  try {
    for (;;) {
      const next = ready.shift()
      if (next !== undefined) {
        if (ready.length === 0) resume()
        yield next
      } else if (failure !== null) throw failure
      else if (over) return
      else {
        resume()
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  } finally {
    if (!over) (connection as Connection | null)?.stream.destroy()
  }
}
