import { Decimal } from 'decimal.js'
import type { FeedRevenue } from '@/lib/feeds/types'
import { isTradingDate } from '@/lib/market/date'
import type { HeldRow } from '@/lib/store/quarantine/hold'
import type { StoredRevenue } from '@/lib/store/revenue/read'
import type { RevenueInput } from '@/lib/store/revenue/write'

/** What to store of a feed's figures for one topic. */
export interface RevenuePlan {
  readonly write: readonly RevenueInput[]
  /** New quarters and restatements. */
  readonly added: number
  /** Inexact figures replaced by exact ones. */
  readonly changed: number
  readonly unchanged: number
  readonly held: readonly HeldRow[]
}

// numeric(24,2)
const largest = new Decimal('1e21')
/** How far a figure that calls itself inexact may be from the exact one and still be the same figure. */
const inexactWithin = new Decimal('0.01')

/** Why a figure cannot be true, looked at alone and beside the currency of the stored ones; null when it can. Pure. */
export function revenueProblem(row: FeedRevenue, currency: string | undefined, now: Date): string | null {
  if (!/^\d{4}-Q[1-4]$|^FY\d{4}-Q[1-4]$/.test(row.label))
    return `"${row.label}" is no quarter like 2025-Q2 or FY2026-Q4`
  if (!isTradingDate(row.periodStart) || !isTradingDate(row.periodEnd) || row.periodStart >= row.periodEnd) {
    return `${row.periodStart} to ${row.periodEnd} is no period`
  }
  if (!/^\d+(\.\d+)?$/.test(row.value) || new Decimal(row.value).gte(largest)) return `"${row.value}" is no revenue`
  if (currency !== undefined && row.currency !== currency)
    return `in ${row.currency}, stored figures are in ${currency}`
  if (row.filed !== null && !isTradingDate(row.filed)) return `"${row.filed}" is no filing date`
  if (Number.isNaN(row.knownAt.getTime()) || row.knownAt > now) return 'known only in the future'
  return null
}

const isExact = (precision: string) => precision.startsWith('exact')
const cents = (value: string) => new Decimal(value).toDecimalPlaces(2)
const equal = (a: { value: string }, b: { value: string }) => cents(a.value).eq(cents(b.value))

/** Whether the feed's figure is the stored inexact one, told more exactly. */
function refines(stored: StoredRevenue, fed: FeedRevenue): boolean {
  if (isExact(stored.precision) || !isExact(fed.precision)) return false
  return new Decimal(fed.value).minus(stored.value).abs().lte(new Decimal(stored.value).times(inexactWithin))
}

/**
 * When a figure that differs from the stored one became known: with its own document when that is a later one; when it is the same document, which
 * the feed has since changed, no earlier than now. Never before the stored one.
 */
function restatedAt(stored: { knownAt: Date; filed: string | null }, fed: FeedRevenue, now: Date): Date {
  const laterDocument = stored.filed === null || (fed.filed !== null && fed.filed > stored.filed)
  return laterDocument && fed.knownAt > stored.knownAt ? fed.knownAt : now
}

/** Versions of one quarter, the last of each moment, without those that repeat the value before. */
function versionsOf(rows: readonly FeedRevenue[]): FeedRevenue[] {
  const byMoment = new Map(rows.map((row) => [row.knownAt.getTime(), row]))
  const ordered = [...byMoment.values()].sort((a, b) => a.knownAt.getTime() - b.knownAt.getTime())
  return ordered.filter((row, i) => {
    const before = ordered[i - 1]
    return before === undefined || !equal(row, before)
  })
}

function planQuarter(stored: StoredRevenue, fed: readonly FeedRevenue[], now: Date) {
  const write: RevenueInput[] = []
  const same = fed.findLastIndex((row) => equal(row, stored))
  const refining = same < 0 ? fed.findIndex((row) => refines(stored, row)) : -1
  const refined = fed[refining]
  if (refined) write.push({ ...refined, knownAt: stored.knownAt })
  const known = Math.max(same, refining)
  // Nothing the feed says is what is stored: only its newest word counts, the older ones are older than ours.
  let last: { knownAt: Date; filed: string | null } = stored
  for (const row of known < 0 ? fed.slice(-1) : fed.slice(known + 1)) {
    const knownAt = restatedAt(last, row, now)
    write.push({ ...row, knownAt })
    last = { knownAt, filed: row.filed }
  }
  return { write, changed: refined ? 1 : 0 }
}

/**
 * Decides, quarter by quarter, what a feed's figures mean beside the latest stored ones. The same value: nothing. A stored figure that is not exact, and the
 * feed's exact one within 1 % of it: replaced in place, known since the same moment. Any other difference: a restatement, a row of its own with a later
 * known-at. Quarters not stored yet are added with all their versions. Rows that cannot be true are held. `now` is when the feed was asked. Pure.
 */
export function planRevenue(stored: readonly StoredRevenue[], fed: readonly FeedRevenue[], now: Date): RevenuePlan {
  const latest = new Map(stored.map((row) => [row.label, row]))
  const currency = stored[0]?.currency
  const held: HeldRow[] = []
  const quarters = new Map<string, FeedRevenue[]>()
  for (const row of fed) {
    const reason = revenueProblem(row, currency, now)
    if (reason) held.push({ entity: 'revenue', key: row.label, reason, payload: row })
    else quarters.set(row.label, [...(quarters.get(row.label) ?? []), row])
  }
  const write: RevenueInput[] = []
  let changed = 0
  let unchanged = 0
  for (const [label, rows] of quarters) {
    const known = latest.get(label)
    const versions = versionsOf(rows)
    const plan = known ? planQuarter(known, versions, now) : { write: versions, changed: 0 }
    write.push(...plan.write)
    changed += plan.changed
    if (plan.write.length === 0) unchanged++
  }
  return { write, added: write.length - changed, changed, unchanged, held }
}
