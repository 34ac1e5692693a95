import { setImmediate } from 'node:timers/promises'
import type { Transaction } from './sql'

/** Raised when the server has refused rows of a COPY. It names no row: what the driver is told after the last byte it keeps to itself. */
export class CopyRefusedError extends Error {
  override readonly name = 'CopyRefusedError'
}

/**
 * Sends the rows of `copy`, a `COPY … FROM STDIN`, in pieces of its text format. Only inside a transaction, which is spoiled when it fails: let it be one of a savepoint. Throws
 * `CopyRefusedError` when the server refuses the rows, and what `pieces` throws.
 */
export async function copyIn(
  sql: Transaction,
  copy: ReturnType<Transaction>,
  pieces: Iterable<Uint8Array>,
): Promise<void> {
  // By the simple protocol: in the extended one the server has swallowed the Sync when a COPY fails, and waits for another.
  const stream = await copy.simple().writable()
  let broken: Error | null = null
  stream.on('error', (error) => {
    broken = error
  })
  const send = (piece: Uint8Array) => new Promise<void>((resolve) => void stream.write(piece, () => resolve()))
  try {
    for (const piece of pieces) {
      await send(piece)
      if (broken !== null) throw new CopyRefusedError('rows of a COPY were refused', { cause: broken })
    }
  } catch (error) {
    stream.destroy()
    throw error
  }
  stream.end()
  // A tick later the driver takes statements again.
  await setImmediate()
  try {
    // The driver never settles a COPY that is refused after its end (porsager/postgres#1173). The transaction knows: it takes no further statement then.
    await sql`SELECT 1`
  } catch (cause) {
    if ((cause as { code?: string }).code !== '25P02') throw cause
    throw new CopyRefusedError('rows of a COPY were refused', { cause: broken ?? cause })
  }
}
