import type { MissingSessionView } from '@/lib/api/missing/view'
import { indexAtOrAfter } from '@/lib/market/dateIndex'

/** Missing sessions in a row that share their reason and the feeds that were asked for them. */
export interface MissingSpan {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly state: MissingSessionView['state']
  readonly reason: MissingSessionView['reason']
  readonly askedFeeds: readonly string[]
}

/** Joins missing sessions (ascending) that no stored session (ascending) lies between and that say the same, the newest first. */
export function missingSpans(items: readonly MissingSessionView[], stored: readonly string[]): MissingSpan[] {
  const spans: { key: string; place: number; span: MissingSpan }[] = []
  for (const { session, state, reason, askedFeeds } of items) {
    const key = [state, reason, ...askedFeeds].join()
    const place = indexAtOrAfter(stored, session)
    const last = spans.at(-1)
    if (last && last.key === key && last.place === place)
      last.span = { ...last.span, to: session, count: last.span.count + 1 }
    else spans.push({ key, place, span: { from: session, to: session, count: 1, state, reason, askedFeeds } })
  }
  return spans.reverse().map(({ span }) => span)
}
