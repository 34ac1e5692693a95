import type { ListingData } from '@/app/_data/listing'
import type { ChartFlaw } from '@/app/_ui/chart/model'
import type { MissingSessionView } from '@/lib/api/missing/view'

interface FlawWords {
  missing(state: MissingSessionView['state'], reason: MissingSessionView['reason']): string
  revised(times: number, at: string): string
}

/**
 * What is amiss on the chart's axis: sessions without a bar between the stored ones, and bars that were changed after they had settled. What is due after the
 * last bar is told by the age of the series.
 */
export function flawsOf({ bars, missing }: Pick<ListingData, 'bars' | 'missing'>, words: FlawWords): ChartFlaw[] {
  const last = bars.session.at(-1) ?? ''
  return [
    ...missing.items
      .filter(({ session }) => session < last)
      .map(({ session, state, reason }) => ({ session, kind: 'missing' as const, text: words.missing(state, reason) })),
    ...bars.meta.revised.map(({ session, revisions, lastRevisedAt }) => ({
      ...{ session, kind: 'revised' as const, text: words.revised(revisions, lastRevisedAt) },
    })),
  ]
}
