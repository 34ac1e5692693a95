import type { MissingView } from '@/lib/api/missing/view'
import { common } from './messages/common'

/** Missing sessions in words: how many wait for a feed, and how many stay missing for which reasons; `none` when nothing is. */
export function missingText({ items }: MissingView): string {
  const counts = new Map<string, number>()
  for (const { state, reason } of items) {
    const name = state === 'open' ? common.missing.open : common.missing.reasons(reason)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ') || common.missing.none
}
