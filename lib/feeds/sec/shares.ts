import { z } from 'zod'
import { isTradingDate } from '@/lib/market/date'
import { plainDecimal } from '../shared/decimal'
import { notAfter } from '../shared/moment'
import type { FeedRejection, FeedShareCount } from '../types'
import type { RawCompany } from './client'
import { documentOf } from './document'
import { endOfFilingDay } from './knownAt'

const tag = 'EntityCommonStockSharesOutstanding'
const unit = 'shares'

const date = z.string().refine(isTradingDate, 'expected a date YYYY-MM-DD')

/** One count on the cover of one filing: shares on the day `end`. */
const factSchema = z.object({
  end: date,
  val: z.number().refine(Number.isFinite, 'expected a number'),
  accn: z.string(),
  filed: date,
})
type CountFact = z.output<typeof factSchema>

/** `dei` holds what a filing says of the company itself; a company with several classes of shares has no count in it. */
const bodySchema = z.object({
  facts: z.object({
    dei: z.object({ [tag]: z.object({ units: z.record(z.string(), z.array(z.unknown())) }).optional() }).optional(),
  }),
})

const issueText = (error: z.ZodError) => {
  const [issue] = error.issues
  return `${issue?.path.join('.')}: ${issue?.message}`
}

/** What a day's count was stated as over time: the earliest filing first, then each later one that states another. */
function versions(facts: readonly CountFact[]): CountFact[] {
  const ordered = [...facts].sort(
    (a, b) => a.end.localeCompare(b.end) || a.filed.localeCompare(b.filed) || a.accn.localeCompare(b.accn),
  )
  return ordered.filter((fact, i) => fact.end !== ordered[i - 1]?.end || fact.val !== ordered[i - 1]?.val)
}

/**
 * Shares outstanding as the covers of a company's filings state them, ascending by the day they are of, known from the end of the filing day: the
 * announcement of results does not tell them. `from`: counts of that day or later. Facts that cannot be read, and those in another unit than
 * shares, are in `rejected`; a company without counts has none.
 */
export function shareCounts(
  raw: Pick<RawCompany, 'cik' | 'facts' | 'fetchedAt'>,
  from: string | undefined,
): { rows: FeedShareCount[]; rejected: FeedRejection[] } {
  const body = bodySchema.safeParse(raw.facts)
  if (!body.success) {
    const payload = (raw.facts as { facts?: { dei?: unknown } }).facts?.dei
    return { rows: [], rejected: [{ key: tag, reason: issueText(body.error), payload }] }
  }
  const facts: CountFact[] = []
  const rejected: FeedRejection[] = []
  for (const [name, payloads] of Object.entries(body.data.facts.dei?.[tag]?.units ?? {})) {
    for (const [i, payload] of payloads.entries()) {
      const parsed = factSchema.safeParse(payload)
      const key = parsed.success ? parsed.data.end : `${tag}[${i}]`
      if (!parsed.success) rejected.push({ key, reason: issueText(parsed.error), payload })
      else if (name !== unit) rejected.push({ key, reason: `in ${name}, expected ${unit}`, payload })
      else if (from === undefined || parsed.data.end >= from) facts.push(parsed.data)
    }
  }
  const rows = versions(facts).map(({ end, val, accn, filed }) => ({
    asOf: end,
    shares: plainDecimal(val),
    filed,
    knownAt: notAfter(endOfFilingDay(filed), raw.fetchedAt),
    document: documentOf(raw.cik, accn),
  }))
  return { rows, rejected }
}
