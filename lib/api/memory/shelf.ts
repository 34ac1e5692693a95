/** Keeps what was used last, up to a number of bytes. */
export interface Shelf<T> {
  get(key: string): T | undefined
  /** Keeps a value that takes `bytes`; one that is too big for the shelf is not kept. */
  set(key: string, value: T, bytes: number): void
  /** Changes how much is kept; 0 for nothing at all. */
  resize(bytes: number): void
  readonly bytes: number
  readonly size: number
}

/** An empty shelf for `most` bytes, keys included, of which one value takes at most `share`. */
export function shelf<T>(most: number, share = 1): Shelf<T> {
  const kept = new Map<string, { readonly value: T; readonly bytes: number }>()
  let room = most
  let total = 0
  const drop = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  const shrink = () => {
    for (const oldest of kept.keys()) {
      if (total <= room) return
      drop(oldest)
    }
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
      if (bytes > room * share) return
      kept.set(key, { value, bytes })
      total += bytes
      shrink()
    },
    resize: (bytes) => {
      room = bytes
      shrink()
    },
    get bytes() {
      return total
    },
    get size() {
      return kept.size
    },
  }
}
