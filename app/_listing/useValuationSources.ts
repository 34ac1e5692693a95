import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { listingTexts } from '@/app/_ui/messages/listing'
import { isRefusal } from '@/lib/analytics/refusal'
import { feedName } from '@/lib/api/source/feedName'
import type { LatestValuation } from '@/lib/api/valuation/view'
import { useListingNames } from './useListingNames'

/** The lines that the figures of a valuation show on hover: where each is from and since when it was known. Undefined where there is nothing to say. */
export interface ValuationSources {
  readonly revenue: string | undefined
  readonly growth: string | undefined
  readonly shares: string | undefined
  readonly cap: string
  readonly multiple: string
}

/** The sources of a valuation in words; null of none. */
export function useValuationSources(latest: LatestValuation | null): ValuationSources | null {
  const [{ valuation: texts }, { day, moment }, names] = [useTexts(listingTexts), useFormat(), useListingNames()]
  if (latest === null) return null
  const { valuation, meta } = latest
  const { newest, trailing, trailingIn, shares, session } = valuation
  const named = (feed: string) => names.feed(feed, feedName(feed))
  const close = texts.close(day(session), meta.sources.map(({ feed }) => named(feed)).join(', '))
  const growth = newest
    ? [texts.source(named(newest.feed)), texts.since(newest.label, moment(newest.knownAt.toISOString()))]
    : []
  const quarters = isRefusal(trailing) ? [] : trailing.quarters
  const feeds = [...new Set(quarters.map(({ feed }) => named(feed)))].join(', ')
  const sum =
    quarters.length > 0 ? [texts.source(feeds), texts.made(quarters.map(({ label }) => label).join(', '))] : []
  const rateDay = [trailingIn.USD, trailingIn.CNY].flatMap((one) => (isRefusal(one) ? [] : (one.rateDate ?? [])))[0]
  const rate = rateDay && meta.ratesSource ? [texts.rate(day(rateDay), meta.ratesSource)] : []
  const counted = isRefusal(shares)
    ? []
    : [texts.counted(named(shares.count.feed), moment(shares.count.knownAt.toISOString()))]
  const line = (parts: readonly string[]) => (parts.length > 0 ? parts.join(' · ') : undefined)
  return {
    revenue: line([...sum, ...growth.slice(1), ...rate]),
    growth: line(growth),
    shares: line(counted),
    cap: [close, ...counted].join(' · '),
    multiple: [close, ...counted, ...sum].join(' · '),
  }
}
