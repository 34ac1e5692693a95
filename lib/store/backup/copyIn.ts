import { once } from 'node:events'
import type { Client, Connection, Submittable } from 'pg'

/** Rows on their way into a table. */
export interface CopyIn {
  /** Takes bytes of the text format; resolves when more may come. Rejects with what Postgres says, also of earlier bytes. */
  write(bytes: Buffer): Promise<void>
  /** Resolves to the number of rows when Postgres has taken them all; rejects with what it says. */
  end(): Promise<number>
}

interface Handlers extends Submittable {
  handleCopyInResponse(): void
  handleCommandComplete(message: { readonly text: string }): void
  handleError(error: Error): void
  handleReadyForQuery(): void
}

const copyDone = Buffer.from([0x63, 0, 0, 0, 4])

/** The head of one message of copied bytes, as the protocol wants it. */
function dataHead(length: number): Buffer {
  const head = Buffer.alloc(5)
  head.write('d')
  head.writeInt32BE(length + 4, 1)
  return head
}

/**
 * Begins `COPY … FROM STDIN` in the text format. A query of our own on `pg`: with postgres.js 3.4.9 the end of a COPY that Postgres refuses at its very end (a duplicate
 * key in a small table) is never told.
 */
export async function copyIn(client: Client, statement: string): Promise<CopyIn> {
  let connection: Connection | null = null
  let rows = 0
  let begun: () => void = () => undefined
  let failed: (error: Error) => void = () => undefined
  let ended: (rows: number) => void = () => undefined
  const accepted = new Promise<void>((resolve) => {
    begun = resolve
  })
  const done = new Promise<number>((resolve, reject) => {
    ended = resolve
    failed = reject
  })
  let failure: Error | null = null
  // It may fail while nobody waits; whoever writes or ends next is told.
  done.catch((error) => {
    failure = error
  })
  const query: Handlers = {
    submit: (on) => {
      connection = on
      on.query(statement)
    },
    handleCopyInResponse: () => begun(),
    handleCommandComplete: ({ text }) => {
      rows = Number(text.split(' ').at(-1))
    },
    handleError: (error) => failed(error),
    handleReadyForQuery: () => ended(rows),
  }
  client.query(query)
  await Promise.race([accepted, done])
  const { stream } = connection as unknown as Connection
  return {
    write: async (bytes) => {
      if (failure !== null) throw failure
      stream.write(dataHead(bytes.length))
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), done])
    },
    end: () => {
      stream.write(copyDone)
      return done
    },
  }
}
