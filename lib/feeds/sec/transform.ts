import { addDays } from '@/lib/market/date'
import { notAfter } from '../shared/moment'
import type { FeedRejection, FeedRevenue, FeedRevenues } from '../types'
import type { RawCompany } from './client'
import { documentOf } from './document'
import { type Fact, revenueFacts } from './facts'
import { type FiscalYearEnd, fiscalQuarterLabel } from './fiscalYear'
import { announcedAt, endOfFilingDay, type ResultsFiling, resultsFilings } from './knownAt'
import { type QuarterStatement, quarterStatements } from './quarters'
import { shareCounts } from './shares'

function revenueOf(
  statement: QuarterStatement,
  label: string,
  raw: RawCompany,
  filings: readonly ResultsFiling[],
): FeedRevenue {
  const { start, end, value, report, first, derivedFrom } = statement
  return {
    label,
    periodStart: start,
    periodEnd: end,
    value,
    currency: 'USD',
    filed: report.filed,
    // A later filing that states another value was announced by nothing but itself.
    knownAt: notAfter(first ? announcedAt(end, report.filed, filings) : endOfFilingDay(report.filed), raw.fetchedAt),
    derived: derivedFrom !== null,
    precision:
      derivedFrom === null ? 'exact' : `exact (${derivedFrom.year} of the year less ${derivedFrom.nineMonths})`,
    document: documentOf(raw.cik, report.accn),
  }
}

/**
 * Quarterly revenue of a company with a fiscal calendar `yearEnd`, from its company facts, known-at from its filings. Labels are told from each
 * period (`FY2026-Q4`); the fourth quarter, which no filing states, is derived. A value stated anew later is a row of its own, known from that
 * filing on. The share counts of the same facts come along. `from`: periods that start then or later, and counts of that day or later. Throws FeedError
 * (`not-the-format`, `empty`).
 */
export function transformCompany(
  raw: RawCompany,
  yearEnd: FiscalYearEnd,
  from: string | undefined,
): FeedRevenues & Required<Pick<FeedRevenues, 'shares'>> {
  const { facts, rejected: unread } = revenueFacts(raw.facts, raw.cik)
  const filings = raw.submissions === null ? [] : resultsFilings(raw.submissions, raw.cik)
  const { quarters, gaps } = quarterStatements(facts)
  const wanted = (periodStart: string) => from === undefined || periodStart >= from
  const rows: FeedRevenue[] = []
  const rejected: FeedRejection[] = [...unread]
  for (const quarter of quarters.filter(({ start }) => wanted(start))) {
    const label = fiscalQuarterLabel(quarter.end, yearEnd)
    if (label !== null) rows.push(revenueOf(quarter, label, raw, filings))
    else {
      const reason = 'no quarter of the fiscal calendar ends on that day'
      rejected.push({ key: `${quarter.start}/${quarter.end}`, reason, payload: quarter.report })
    }
  }
  for (const { annual, reason } of gaps.filter((gap) => wanted(lastQuarterStart(gap.annual)))) {
    rejected.push({ key: fiscalQuarterLabel(annual.end, yearEnd) ?? annual.end, reason, payload: annual })
  }
  const order = (row: FeedRevenue) => `${row.periodStart} ${row.knownAt.toISOString()}`
  return { rows: rows.sort((a, b) => (order(a) < order(b) ? -1 : 1)), rejected, shares: shareCounts(raw, from) }
}

/** About when the last quarter of a year began: thirteen weeks before its end. */
function lastQuarterStart(annual: Fact): string {
  return addDays(annual.end, -90)
}
