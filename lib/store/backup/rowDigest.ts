/** What rows come to whatever their order: how many they are, and the sum of their hashes. */
export interface RowDigest {
  add(rows: Buffer): void
  readonly rows: number
  /** Sixteen hex digits. Finds what went wrong by accident; the SHA-256 of the file is what nobody can imitate. */
  readonly sum: string
}

const newline = 0x0a

function mixed(hash: number): number {
  const a = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return b ^ (b >>> 16)
}

/**
 * Digests rows of COPY's text format, where a line end is always the end of a row. A table that is read again after a restore may tell its rows in another order, so
 * the digest must not depend on it. `add` takes whole rows.
 */
export function rowDigest(): RowDigest {
  let rows = 0
  let low = 0
  let high = 0
  return {
    add: (bytes) => {
      let a = 0x811c9dc5
      let b = 0x9747b28c
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i] as number
        if (byte !== newline) {
          a = Math.imul(a ^ byte, 0x01000193)
          b = Math.imul(b + byte, 0x5bd1e995) ^ (b >>> 15)
          continue
        }
        rows++
        low = (low + mixed(a)) | 0
        high = (high + mixed(b ^ a)) | 0
        a = 0x811c9dc5
        b = 0x9747b28c
      }
    },
    get rows() {
      return rows
    },
    get sum() {
      return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
    },
  }
}
