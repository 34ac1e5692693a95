import { z } from 'zod'
import { localTime, momentAt } from '@/lib/market/zone'
import { inShape } from '../shared/shape'
import { lastFilingTime, newYork, newYorkClose, sec } from './info'

const bodySchema = z.object({
  filings: z.object({
    recent: z.object({
      form: z.array(z.string()),
      filingDate: z.array(z.string()),
      acceptanceDateTime: z.array(z.string()),
      items: z.array(z.string()),
    }),
  }),
})

/** An 8-K with item 2.02, results of operations. */
export interface ResultsFiling {
  readonly filingDate: string
  readonly acceptedAt: Date
}

/**
 * The moment an `acceptanceDateTime` means. It always ends in Z, but some are UTC and some New York's clock (2026-02-25T16:31:25Z is 16:31 in
 * New York). Results come after the close there, so: UTC when that reading falls after the close, else New York's clock when that one does. When
 * neither does, the later moment, so that nothing is known too early. Null for what is no such text.
 */
export function acceptanceMoment(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):(\d{2})(?:\.\d+)?Z$/.exec(text)
  const asUtc = new Date(text)
  if (!match || Number.isNaN(asUtc.getTime())) return null
  if (localTime(asUtc, newYork) >= newYorkClose) return asUtc
  const [, day = '', minute = '', second = '00'] = match
  // New York is behind UTC: this reading is the later one.
  return new Date(momentAt(day, minute, newYork).getTime() + Number(second) * 1000)
}

/** The results filings of a submissions body, ascending. Only its `recent` part is read (a thousand filings; for Nvidia back to 2019). Throws a FeedError `not-the-format`. */
export function resultsFilings(body: unknown, cik: string): ResultsFiling[] {
  const { recent } = inShape(bodySchema, body, sec.id, sec.name, `filings of CIK ${cik}`).filings
  const filings: ResultsFiling[] = []
  for (const [i, form] of recent.form.entries()) {
    const items = recent.items[i]?.split(',').map((item) => item.trim()) ?? []
    const acceptedAt = acceptanceMoment(recent.acceptanceDateTime[i] ?? '')
    const filingDate = recent.filingDate[i]
    if (form === '8-K' && items.includes('2.02') && acceptedAt !== null && filingDate !== undefined) {
      filings.push({ filingDate, acceptedAt })
    }
  }
  return filings.sort((a, b) => a.acceptedAt.getTime() - b.acceptedAt.getTime())
}

/** The latest moment something filed on a day can have become public. */
export function endOfFilingDay(filed: string): Date {
  return momentAt(filed, lastFilingTime, newYork)
}

/**
 * When the results of a period became known: the last results filing after the period's end and no later than the report (an earlier one in that
 * time is a forecast of the results), else the end of the report's filing day.
 */
export function announcedAt(periodEnd: string, filed: string, filings: readonly ResultsFiling[]): Date {
  const announcement = filings.findLast(({ filingDate }) => filingDate > periodEnd && filingDate <= filed)
  return announcement?.acceptedAt ?? endOfFilingDay(filed)
}
