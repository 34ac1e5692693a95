import { isRefusal } from '@/lib/analytics/refusal'
import type { Gap } from '@/lib/analytics/valuation/gap'
import type { ListingValuation } from '@/lib/studies/valuation'

type Figure = readonly [missing: string, answer: object]

/** The figures of a valuation with what is said where one is missing; those that only follow from another missing one are left out. */
function figuresOf(of: ListingValuation): Figure[] {
  const turned: Figure[] = isRefusal(of.trailing)
    ? []
    : [
        ['not in USD', of.trailingIn.USD],
        ['not in CNY', of.trailingIn.CNY],
      ]
  return [
    ['no trailing revenue', of.trailing],
    ...turned,
    ['no growth on the year', of.yearOnYear],
    ['no growth on the quarter', of.quarterOnQuarter],
    ...(isRefusal(of.shares) ? [] : [['no market cap', of.marketCap] as const]),
    ['no multiple', of.priceToSales],
  ]
}

/** Why figures of a session are missing, in one line: `no multiple: shares unknown`. Figures missing for one reason share it. Null when all are there. */
export function reasonText(of: ListingValuation): string | null {
  const byDetail = new Map<string, string[]>()
  for (const [missing, answer] of figuresOf(of)) {
    if (!isRefusal(answer)) continue
    byDetail.set(answer.detail, [...(byDetail.get(answer.detail) ?? []), missing])
  }
  const reasons = [...byDetail].map(([detail, missing]) => `${missing.join(', ')}: ${detail}`)
  return reasons.length === 0 ? null : reasons.join('; ')
}

/** A figure that is there, or null. */
export function figureOf<Answer extends object>(answer: Answer | Gap): Answer | null {
  return isRefusal(answer) ? null : answer
}
