import type { EventEntry } from '@/app/_ui/events/entries'

/** The entries before and after the one of `slug`, of entries in order of time; undefined at the ends and for an unknown slug. */
export function around(entries: readonly EventEntry[], slug: string) {
  const here = entries.findIndex((entry) => entry.slug === slug)
  return here < 0
    ? { earlier: undefined, later: undefined }
    : { earlier: here === 0 ? undefined : entries[here - 1], later: entries[here + 1] }
}
