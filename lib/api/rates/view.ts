import type { BarRange } from '@/lib/store/bar/read'
import type { Store } from '@/lib/store/connection/store'
import { rateStatus } from '@/lib/store/rate/read'
import { crossRates, rateBase } from '@/lib/studies/crossRates'
import { wrongParameter } from '../problem/problem'
import { bundledFeed, feedName } from '../source/feedName'
import type { RatesView } from './schema'

export type { RatesView } from './schema'

/** Units of `quote` for one `base` on the dates of a range. Throws a Problem for a currency without rates, and for equal ones. */
export async function ratesView(
  { sql }: Store,
  { base, quote, from, to = '9999-12-31' }: BarRange & { readonly base: string; readonly quote: string },
): Promise<RatesView> {
  const known = [rateBase, ...(await rateStatus(sql)).map((status) => status.quote)]
  for (const [name, currency] of Object.entries({ base, quote })) {
    if (!known.includes(currency)) throw wrongParameter(name, `expected one of ${known.join(', ')}`)
  }
  if (base === quote) throw wrongParameter('quote', `expected another currency than base, got ${quote} twice`)
  const cross = await crossRates(sql, base, quote, from)
  const dates = cross.date.filter((date) => date <= to)
  const last = cross.date.at(-1) ?? null
  return {
    date: dates,
    rate: cross.rate.slice(0, dates.length).map(Number),
    meta: {
      base,
      quote,
      method: base === rateBase ? 'As published' : `${quote} per ${rateBase} / ${base} per ${rateBase}`,
      source: cross.feed === null ? null : feedName(cross.feed),
      bundledTo: cross.feed === bundledFeed ? last : null,
      rows: dates.length,
    },
  }
}
