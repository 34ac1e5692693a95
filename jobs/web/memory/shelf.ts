/** Keeps what was used last, up to a number of bytes. */
export interface Shelf<T> {
  get(key: string): T | undefined
  /** Keeps a value that takes `bytes`; one that is too big for the shelf is not kept. */
  set(key: string, value: T, bytes: number): void
  readonly bytes: number
}

/** An empty shelf for `most` bytes, keys included. */
export function shelf<T>(most: number): Shelf<T> {
  const kept = new Map<string, { readonly value: T; readonly bytes: number }>()
  let total = 0
  const drop = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  return {
    get: (key) => {
      const found = kept.get(key)
      if (found === undefined) return undefined
      // A map keeps the order of its insertions: the first one is the one not used for longest.
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    set: (key, value, size) => {
      const bytes = size + 2 * key.length
      drop(key)
      if (bytes > most) return
      kept.set(key, { value, bytes })
      total += bytes
      for (const oldest of kept.keys()) {
        if (total <= most) return
        drop(oldest)
      }
    },
    get bytes() {
      return total
    },
  }
}
