import { z } from 'zod'
import { daysBetween, isTradingDate } from '@/lib/market/date'
import { inShape } from '../shared/shape'
import { FeedError, type FeedRejection } from '../types'
import { sec } from './info'

const date = z.string().refine(isTradingDate, 'expected a date YYYY-MM-DD')

/** One amount in one filing. Its `fy`, `fp` and `frame` are not read: they belong to the filing. */
const factSchema = z.object({
  start: date,
  end: date,
  val: z.number().refine(Number.isFinite, 'expected a number'),
  accn: z.string(),
  form: z.string(),
  filed: date,
})
export type Fact = z.output<typeof factSchema>

const bodySchema = z.object({
  facts: z.object({
    'us-gaap': z.record(z.string(), z.object({ units: z.record(z.string(), z.array(z.unknown())) })),
  }),
})

/** Tags that hold revenue, the preferred one first. */
const revenueTags = ['Revenues', 'RevenueFromContractWithCustomerExcludingAssessedTax'] as const

const newestEnd = (facts: readonly Fact[]) =>
  facts
    .map(({ end }) => end)
    .sort()
    .at(-1) ?? ''

/**
 * The revenue facts in US dollars of a company-facts body, all from one tag: the one whose periods reach furthest, because companies
 * change tags and the old one stays frozen (Nvidia's stops in fiscal 2022). Facts that cannot be read are in `rejected`.
 * Throws a FeedError: `not-the-format`, or `empty` when no tag has any fact.
 */
export function revenueFacts(body: unknown, cik: string): { facts: Fact[]; rejected: FeedRejection[] } {
  const target = `company facts of CIK ${cik}`
  const tags = inShape(bodySchema, body, sec.id, sec.name, target).facts['us-gaap']
  let best: { facts: Fact[]; rejected: FeedRejection[] } = { facts: [], rejected: [] }
  for (const tag of revenueTags) {
    const facts: Fact[] = []
    const rejected: FeedRejection[] = []
    for (const [i, payload] of (tags[tag]?.units.USD ?? []).entries()) {
      const parsed = factSchema.safeParse(payload)
      if (parsed.success) facts.push(parsed.data)
      else {
        const issue = parsed.error.issues[0]
        rejected.push({ key: `${tag}[${i}]`, reason: `${issue?.path.join('.')}: ${issue?.message}`, payload })
      }
    }
    if (best.facts.length === 0 || newestEnd(facts) > newestEnd(best.facts)) best = { facts, rejected }
  }
  if (best.facts.length === 0) {
    throw new FeedError(sec.id, 'empty', `${sec.name} has no revenue in US dollars among the ${target}`)
  }
  return best
}

/** Length of a fact's period in days, both ends included. */
export function periodDays(fact: Fact): number {
  return daysBetween(fact.start, fact.end) + 1
}

/**
 * What a period was stated as over time: the earliest filing first, then each later one that states another value. Comparatives that repeat
 * the value in force are left out. All facts must be of one start and end.
 */
export function statements(facts: readonly Fact[]): Fact[] {
  const ordered = [...facts].sort((a, b) => a.filed.localeCompare(b.filed) || a.accn.localeCompare(b.accn))
  return ordered.filter((fact, i) => i === 0 || fact.val !== ordered[i - 1]?.val)
}
