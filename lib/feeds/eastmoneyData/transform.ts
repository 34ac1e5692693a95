import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { addDays, isTradingDate } from '@/lib/market/date'
import { calendarQuarterLabel } from '@/lib/market/period'
import { momentAt } from '@/lib/market/zone'
import { plainDecimal } from '../shared/decimal'
import { notAfter } from '../shared/moment'
import { FeedError, type FeedRejection, type FeedRevenue } from '../types'
import type { RawReports } from './client'
import { eastmoneyData, shanghaiZone } from './info'

const day = z
  .string()
  .transform((text) => text.slice(0, 10))
  .refine(isTradingDate, 'expected a date YYYY-MM-DD')

const reportSchema = z.object({
  SECURITY_CODE: z.string(),
  REPORTDATE: day.refine((date) => /-(03-31|06-30|09-30|12-31)$/.test(date), 'expected the last day of a quarter'),
  NOTICE_DATE: day,
  TOTAL_OPERATE_INCOME: z.number().refine(Number.isFinite, 'expected a number'),
})

/** One report: revenue in CNY from 1 January to `end`. */
interface Report {
  readonly end: string
  readonly notice: string
  readonly yearToDate: number
  readonly payload: unknown
}

function readReports(raw: RawReports): { reports: Map<string, Report>; rejected: FeedRejection[] } {
  const rejected: FeedRejection[] = []
  const found = new Map<string, Report[]>()
  for (const [i, payload] of raw.rows.entries()) {
    const parsed = reportSchema.safeParse(payload)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      rejected.push({ key: `row ${i + 1}`, reason: `${issue?.path.join('.')}: ${issue?.message}`, payload })
      continue
    }
    const { SECURITY_CODE, REPORTDATE: end, NOTICE_DATE: notice, TOTAL_OPERATE_INCOME: yearToDate } = parsed.data
    if (SECURITY_CODE !== raw.code) rejected.push({ key: end, reason: `a report of ${SECURITY_CODE}`, payload })
    else found.set(end, [...(found.get(end) ?? []), { end, notice, yearToDate, payload }])
  }
  const reports = new Map<string, Report>()
  for (const [end, versions] of found) {
    const [first, ...others] = versions
    if (first !== undefined && others.every((other) => other.yearToDate === first.yearToDate)) {
      const [notice = first.notice] = versions.map((version) => version.notice).sort()
      reports.set(end, { ...first, notice })
      continue
    }
    const reason = `${versions.length} reports of one period that differ`
    for (const { payload } of versions) rejected.push({ key: calendarQuarterLabel(end), reason, payload })
  }
  return { reports, rejected }
}

/** Ends of the quarters of a year, `MM-DD`, each with the day its quarter starts. */
const quarters = [
  { end: '03-31', start: '01-01' },
  { end: '06-30', start: '04-01' },
  { end: '09-30', start: '07-01' },
  { end: '12-31', start: '10-01' },
] as const

/**
 * The first moment at which a report noted on a day is certainly public: the end of that day in Shanghai. For reports published in the evening China's
 * official notice date is the day after, but nothing says that this feed always means that one; taken too early, a whole session would know
 * the figure before it was out. Where the evening itself is known from elsewhere, that moment is the better one.
 */
export function knownFromNotice(notice: string): Date {
  return momentAt(addDays(notice, 1), '00:00', shanghaiZone)
}

function quarterOf(raw: RawReports, report: Report, reports: ReadonlyMap<string, Report>): FeedRevenue | string {
  const year = report.end.slice(0, 4)
  const index = quarters.findIndex(({ end }) => end === report.end.slice(5))
  const previousEnd = quarters[index - 1]?.end
  const previous = previousEnd === undefined ? null : reports.get(`${year}-${previousEnd}`)
  if (previous === undefined) {
    return `no report to ${year}-${previousEnd}, so the quarter cannot be told from the year to date`
  }
  const value = new Decimal(report.yearToDate).minus(previous?.yearToDate ?? 0)
  if (value.isNegative()) {
    return `the year to ${report.end} (${report.yearToDate}) is less than the year to the quarter before (${previous?.yearToDate})`
  }
  const notice = previous && previous.notice > report.notice ? previous.notice : report.notice
  return {
    label: calendarQuarterLabel(report.end),
    periodStart: `${year}-${quarters[index]?.start}`,
    periodEnd: report.end,
    value: value.toFixed(),
    currency: 'CNY',
    filed: notice,
    knownAt: notAfter(knownFromNotice(notice), raw.fetchedAt),
    derived: previous !== null,
    precision:
      previous === null
        ? 'exact'
        : `exact (${plainDecimal(report.yearToDate)} of the year to date less ${plainDecimal(previous.yearToDate)})`,
    document: `RPT_LICO_FN_CPD ${raw.code} ${report.end}`,
  }
}

/**
 * Quarterly revenue in CNY, labels `2025-Q2`, ascending. The reports are year to date, so every quarter but the first is the difference of two (`derived`), known
 * when both were. A quarter whose predecessor is missing, or that would come out negative, is rejected. `from`: periods that start then or later.
 * Throws a FeedError `empty` when there are no rows at all.
 */
export function transformReports(
  raw: RawReports,
  from: string | undefined,
): { rows: FeedRevenue[]; rejected: FeedRejection[] } {
  if (raw.rows.length === 0) {
    throw new FeedError(eastmoneyData.id, 'empty', `${eastmoneyData.name} has no reports of ${raw.code}`)
  }
  const { reports, rejected } = readReports(raw)
  const rows: FeedRevenue[] = []
  for (const end of [...reports.keys()].sort()) {
    const report = reports.get(end)
    const start = `${end.slice(0, 4)}-${quarters.find((quarter) => quarter.end === end.slice(5))?.start}`
    if (report === undefined || (from !== undefined && start < from)) continue
    const read = quarterOf(raw, report, reports)
    if (typeof read === 'string') {
      rejected.push({ key: calendarQuarterLabel(end), reason: read, payload: report.payload })
    } else rows.push(read)
  }
  return { rows, rejected }
}
