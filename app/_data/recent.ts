const kept = new Map<string, { readonly until: number; readonly made: Promise<unknown> }>()

/**
 * What `make` gave for `key` in the last `seconds`, made again after that; a failure is not kept. For what every visit would compute anew and no visitor can
 * tell apart; `now` is the present, whatever moment a page is set to.
 */
export async function recently<T>(key: string, seconds: number, now: Date, make: () => Promise<T>): Promise<T> {
  for (const [old, { until }] of kept) if (until <= now.getTime()) kept.delete(old)
  const known = kept.get(key)
  if (known) return known.made as Promise<T>
  const made = make()
  kept.set(key, { until: now.getTime() + 1000 * seconds, made })
  try {
    return await made
  } catch (error) {
    kept.delete(key)
    throw error
  }
}
