import type { MissingView } from '@/lib/api/missing/view'
import { useTexts } from './i18n/texts'
import { commonTexts } from './messages/common'

/** Missing sessions in words: how many wait for a feed, and how many stay missing for which reasons; `none` when nothing is. */
export function useMissingText(): (missing: Pick<MissingView, 'items'>) => string {
  const { missing: texts, listSeparator } = useTexts(commonTexts)
  return ({ items }) => {
    const counts = new Map<string, number>()
    for (const { state, reason } of items) {
      const name = state === 'open' ? texts.open : texts.reasons(reason)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    return [...counts].map(([name, count]) => `${count} ${name}`).join(listSeparator) || texts.none
  }
}
