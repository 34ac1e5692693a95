interface Kept {
  readonly freshUntil: number
  readonly until: number
  readonly made: Promise<unknown>
}

const kept = new Map<string, Kept>()
const remade = new Set<string>()

/**
 * What `make` gave for `key` in the last `seconds`, made again after that; a failure is not kept. For what every visit would compute anew and no visitor can
 * tell apart; `now` is the present, whatever moment a page is set to. For `stale` seconds more the old answer is still given while a new one is made, so that
 * nobody waits for what is slow; should that fail, the old one stays until its time is over.
 */
export async function recently<T>(
  key: string,
  seconds: number,
  now: Date,
  make: () => Promise<T>,
  stale = 0,
): Promise<T> {
  const time = now.getTime()
  for (const [old, { until }] of kept) if (until <= time) kept.delete(old)
  const keep = (made: Promise<T>) =>
    kept.set(key, { freshUntil: time + 1000 * seconds, until: time + 1000 * (seconds + stale), made })
  const known = kept.get(key)
  if (known) {
    if (known.freshUntil <= time && !remade.has(key)) {
      remade.add(key)
      make()
        .then(
          (value) => keep(Promise.resolve(value)),
          () => undefined,
        )
        .finally(() => remade.delete(key))
    }
    return known.made as Promise<T>
  }
  const made = make()
  keep(made)
  try {
    return await made
  } catch (error) {
    kept.delete(key)
    throw error
  }
}
