interface Entry<T> {
  readonly until: number
  readonly made: Promise<T>
}

/**
 * Keeps what was made for a key for `seconds`, of the `most` keys used last. Who asks while it is being made waits for the same one; a failure is not kept.
 * `now` is in milliseconds.
 */
export function createKept<T>(most: number, seconds: number) {
  const entries = new Map<string, Entry<T>>()
  return (key: string, now: number, make: () => Promise<T>): Promise<T> => {
    const known = entries.get(key)
    entries.delete(key)
    const entry = known && known.until > now ? known : { until: now + 1000 * seconds, made: make() }
    entries.set(key, entry)
    if (entry !== known) {
      entry.made.catch(() => {
        if (entries.get(key) === entry) entries.delete(key)
      })
      for (const old of entries.keys()) if (entries.size > most) entries.delete(old)
    }
    return entry.made
  }
}
