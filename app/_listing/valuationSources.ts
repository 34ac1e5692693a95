import { formatDay, formatMoment } from '@/app/_ui/format/date'
import { listing } from '@/app/_ui/messages/listing'
import { isRefusal } from '@/lib/analytics/refusal'
import { feedName } from '@/lib/api/source/feedName'
import type { LatestValuation } from '@/lib/api/valuation/view'

const texts = listing.valuation

/** The lines that the figures of a valuation show on hover: where each is from and since when it was known. Undefined where there is nothing to say. */
export function valuationSources({ valuation, meta }: LatestValuation): {
  revenue: string | undefined
  growth: string | undefined
  shares: string | undefined
  cap: string
  multiple: string
} {
  const { newest, trailing, trailingIn, shares, session } = valuation
  const close = texts.close(formatDay(session), meta.sources.map(({ name }) => name).join(', '))
  const growth = newest
    ? [texts.source(feedName(newest.feed)), texts.since(newest.label, formatMoment(newest.knownAt.toISOString()))]
    : []
  const quarters = isRefusal(trailing) ? [] : trailing.quarters
  const names = [...new Set(quarters.map(({ feed }) => feedName(feed)))].join(', ')
  const sum =
    quarters.length > 0 ? [texts.source(names), texts.made(quarters.map(({ label }) => label).join(', '))] : []
  const rateDay = [trailingIn.USD, trailingIn.CNY].flatMap((one) => (isRefusal(one) ? [] : (one.rateDate ?? [])))[0]
  const rate = rateDay && meta.ratesSource ? [texts.rate(formatDay(rateDay), meta.ratesSource)] : []
  const counted = isRefusal(shares)
    ? []
    : [texts.counted(feedName(shares.count.feed), formatMoment(shares.count.knownAt.toISOString()))]
  const line = (parts: readonly string[]) => (parts.length > 0 ? parts.join(' · ') : undefined)
  return {
    revenue: line([...sum, ...growth.slice(1), ...rate]),
    growth: line(growth),
    shares: line(counted),
    cap: [close, ...counted].join(' · '),
    multiple: [close, ...counted, ...sum].join(' · '),
  }
}
