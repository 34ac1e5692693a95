import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { type GrowthReading, growthOf, growthReadings } from '@/lib/analytics/claims/growth'
import { yearEarlier } from '@/lib/analytics/growth'
import type { StoredClaim } from '@/lib/store/claim/list'
import type { StoredRevenue } from '@/lib/store/revenue/read'
import { claimParameters } from '@/lib/studies/claims/kinds'
import { figure, inUnits, percent } from '@/lib/studies/claims/words'
import { digits } from '../figures'
import { type Hit, looksAt, type SignalKind } from '../hit'
import { firstListings } from './firstListings'

const numbers = z.object({
  topic: z.string(),
  label: z.string(),
  periodEnd: z.string(),
  /** Decimals in `currency`; `restates` is the figure that stood before, null for a first one. */
  value: z.string(),
  currency: z.string(),
  restates: z.string().nullable(),
  /** The same quarter a year earlier as it was known then, and the growth on it in percent; null where it was not known or not above zero. */
  yearEarlier: z.string().nullable(),
  growth: z.number().nullable(),
  /** The claim about this company's growth that was stated last before, what it said and what this quarter's growth is in its words; null without one. */
  claim: z.string().nullable(),
  claimSaid: z.string().nullable(),
  claimReading: z.enum(growthReadings).nullable(),
  claimFound: z.number().nullable(),
  document: z.string(),
  feeds: z.array(z.string()),
})
type RevenueNumbers = z.infer<typeof numbers>

/** A claim about growth of a company's revenue. */
export interface GrowthClaim extends Pick<StoredClaim, 'slug' | 'statedOn'> {
  readonly topic: string
  readonly said: string
  readonly reading: GrowthReading
}

/** The claims about growth of revenue, ascending by the day they were stated. */
export function growthClaims(claims: readonly StoredClaim[]): GrowthClaim[] {
  return claims
    .flatMap(({ slug, statedOn, kind, parameters }) => {
      const parsed = kind === 'growth' ? claimParameters.growth.safeParse(parameters) : null
      if (!parsed?.success) return []
      const { revenue, said, reading } = parsed.data
      return [{ slug, statedOn, topic: revenue.topic, said, reading }]
    })
    .sort((a, b) => (a.statedOn < b.statedOn ? -1 : a.statedOn > b.statedOn ? 1 : 0))
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)

/**
 * The figures that became known, ascending by when they did: the first one of each quarter and, with `restatements`, each that says something else. `rows` are all
 * figures of one company; `claims` those about growth, ascending. Each is set against what was known at its own moment. Pure.
 */
export function filedRevenue(
  rows: readonly StoredRevenue[],
  claims: readonly GrowthClaim[],
  restatements: boolean,
): { readonly knownAt: Date; readonly numbers: RevenueNumbers }[] {
  const inOrder = [...rows].sort((a, b) => a.knownAt.getTime() - b.knownAt.getTime() || (a.end < b.end ? -1 : 1))
  const known = (label: string | null, moment: Date) =>
    inOrder.findLast((row) => row.label === label && row.knownAt <= moment)
  return inOrder.flatMap((row) => {
    const before = inOrder.findLast((other) => other.label === row.label && other.knownAt < row.knownAt)
    if (before && (!restatements || (before.value === row.value && before.currency === row.currency))) return []
    const earlier = known(yearEarlier(row.label), row.knownAt)
    const base = earlier?.currency === row.currency && new Decimal(earlier.value).gt(0) ? earlier.value : null
    const growth = (reading: GrowthReading) =>
      base === null ? null : digits(growthOf(new Decimal(base), new Decimal(row.value), reading).toNumber())
    const claim = claims.findLast(({ topic, statedOn }) => topic === row.topic && statedOn < dayOf(row.knownAt))
    return {
      knownAt: row.knownAt,
      numbers: {
        ...{ topic: row.topic, label: row.label, periodEnd: row.end, value: row.value, currency: row.currency },
        restates: before?.value ?? null,
        yearEarlier: base,
        growth: growth('percent-more'),
        claim: claim?.slug ?? null,
        claimSaid: claim?.said ?? null,
        claimReading: claim?.reading ?? null,
        claimFound: claim ? growth(claim.reading) : null,
        ...{ document: row.document, feeds: [row.feed] },
      },
    }
  })
}

/** A growth as its reading writes it: `+4,348%`, `5,976%`, `6 ×`. */
function inWords(value: string | number, reading: GrowthReading): string {
  if (reading === 'percent-more') return percent(value, 1).replace('.0%', '%')
  return reading === 'percent-of' ? `${figure(value, 0)}%` : `${figure(value, 1)}×`
}

/** What was claimed of growth before, and this quarter's in the same words where those are others than the year-on-year change is told in. */
function claimedOf(of: Pick<RevenueNumbers, 'claim' | 'claimSaid' | 'claimReading' | 'claimFound'>) {
  const { claim, claimSaid, claimReading, claimFound } = of
  if (claim === null || claimSaid === null || claimReading === null || claimFound === null) return null
  const found = claimReading === 'percent-more' ? '' : ` (${inWords(claimFound, claimReading)})`
  return { said: inWords(claimSaid, claimReading), found }
}

/** A company's revenue of a quarter has become known. */
export const revenueFiled: SignalKind<'revenue-filed', RevenueNumbers> = {
  kind: 'revenue-filed',
  numbers,
  evaluate: async (reads, { restatements }, scope) => {
    const [revenue, claims, listingOf] = await Promise.all([reads.revenue(), reads.claims(), firstListings(reads)])
    const topics = [...new Set(revenue.map(({ topic }) => topic))]
    return topics.flatMap((topic): Hit<RevenueNumbers>[] => {
      const symbol = listingOf(topic)
      if (!looksAt(scope, symbol)) return []
      const rows = revenue.filter((row) => row.topic === topic)
      return filedRevenue(rows, growthClaims(claims), restatements).map(({ knownAt, numbers: figures }) => ({
        cause:
          figures.restates === null
            ? `${topic} ${figures.label}`
            : `${topic} ${figures.label} restated ${knownAt.toISOString()}`,
        symbol,
        session: null,
        knownAt,
        numbers: figures,
      }))
    })
  },
  tell: ({ topic, label, value, currency, restates, growth, claim, ...figures }, names) => {
    const company = names.topic(topic)
    const amount = inUnits(new Decimal(value).div(1e9), '1000000000', 2, currency)
    const before = restates === null ? null : inUnits(new Decimal(restates).div(1e9), '1000000000', 2, currency)
    const verb = before === null ? `reported ${amount.en}` : `restated ${before.en} to ${amount.en}`
    const verbZh = before === null ? `为${amount.zh}` : `由${before.zh}更正为${amount.zh}`
    const year = growth === null ? '' : `, ${percent(growth, 1)} on the same quarter a year before`
    const yearZh = growth === null ? '' : `，同比${percent(growth, 1)}`
    const against = claimedOf({ claim, ...figures })
    const title = claim === null ? company : names.claim(claim)
    const claimed = against && `, against ${against.said} in the claim “${title.en}”${against.found}`
    const claimedZh = against && `；论断“${title.zh}”所称为${against.said}${against.found}`
    return {
      en: `${company.en} ${verb} of revenue for ${label}${year}${claimed ?? ''}.`,
      zh: `${company.zh}${label}营业收入${verbZh}${yearZh}${claimedZh ?? ''}。`,
    }
  },
  describe: ({ restatements }) => ({
    en: `a quarter’s revenue becomes known${restatements ? ', or is restated' : ''}`,
    zh: `季度营业收入公布${restatements ? '或更正' : ''}`,
  }),
}
