import { Decimal } from 'decimal.js'
import type { FeedShareCount } from '@/lib/feeds/types'
import { isTradingDate } from '@/lib/market/date'
import type { HeldRow } from '@/lib/store/quarantine/hold'
import type { StoredShareCount } from '@/lib/store/shareCount/read'
import type { ShareCountInput } from '@/lib/store/shareCount/write'

/** What to store of a feed's share counts for one company. */
export interface SharePlan {
  readonly write: readonly ShareCountInput[]
  readonly unchanged: number
  readonly held: readonly HeldRow[]
}

// No company has a quadrillion shares; the column holds more.
const largest = new Decimal('1e15')
/** A count so many times more or less than the others is in another unit (thousands, millions): splits of that size do not happen. */
const otherUnit = 100

/** Why a count cannot be true, looked at alone; null when it can. Pure. */
export function shareProblem(row: FeedShareCount, now: Date): string | null {
  if (!isTradingDate(row.asOf) || !isTradingDate(row.filed)) return `"${row.asOf}" filed "${row.filed}" is no date`
  if (row.asOf > row.filed) return `filed on ${row.filed}, before the day it is of`
  if (!/^\d+$/.test(row.shares)) return `${row.shares} is no whole number of shares`
  const shares = new Decimal(row.shares)
  if (shares.isZero() || shares.gte(largest)) return `${row.shares} can be no company’s shares`
  return Number.isNaN(row.knownAt.getTime()) || row.knownAt > now ? 'known only in the future' : null
}

/** The count to hold a row against: the stored one of the day or the last before, else the first after; without any, the middle one of three or more of the feed. */
function comparable(row: FeedShareCount, stored: readonly StoredShareCount[], fed: readonly FeedShareCount[]) {
  const known = stored.findLast(({ asOf }) => asOf <= row.asOf) ?? stored[0]
  if (known) return new Decimal(String(known.shares))
  const sorted = fed.map(({ shares }) => new Decimal(shares)).sort((a, b) => a.cmp(b))
  return sorted.length < 3 ? null : (sorted[Math.floor(sorted.length / 2)] ?? null)
}

function unitProblem(row: FeedShareCount, other: Decimal | null): string | null {
  if (other === null) return null
  const times = new Decimal(row.shares).div(other)
  if (times.lte(otherUnit) && times.gte(1 / otherUnit)) return null
  return `${row.shares} is not in the unit of the other counts, which are near ${other.toFixed()}`
}

/**
 * Decides what a feed's share counts mean beside the stored ones, day by day: the same number changes nothing; another one is a restatement, a row of
 * its own, known with its document, or since now where the stored one was known no earlier. Counts that cannot be true (none, a fraction, another
 * unit, of a day to come) are held. `stored` ascending by day and known-at, `now` is when the feed was asked. Pure.
 */
export function planShares(stored: readonly StoredShareCount[], fed: readonly FeedShareCount[], now: Date): SharePlan {
  const held: HeldRow[] = []
  const hold = (row: FeedShareCount, reason: string) =>
    held.push({ entity: 'shares', key: row.asOf, reason, payload: row })
  const possible = fed.filter((row) => {
    const reason = shareProblem(row, now)
    if (reason) hold(row, reason)
    return reason === null
  })
  const days = new Map<string, FeedShareCount[]>()
  for (const row of possible) {
    const reason = unitProblem(row, comparable(row, stored, possible))
    if (reason) hold(row, reason)
    else days.set(row.asOf, [...(days.get(row.asOf) ?? []), row])
  }
  const write: ShareCountInput[] = []
  let unchanged = 0
  for (const [asOf, rows] of days) {
    const last = stored.findLast((row) => row.asOf === asOf)
    const news = newVersions(last, rows, now)
    write.push(...news)
    if (news.length === 0) unchanged++
  }
  return { write, unchanged, held }
}

/** Of versions in the order of time the last of each moment: one moment knows one count. */
function lastOfEachMoment<Version extends { readonly knownAt: Date }>(versions: readonly Version[]): Version[] {
  return [...new Map(versions.map((version) => [version.knownAt.getTime(), version])).values()]
}

/** The versions of one day's count that are not stored yet: all of the feed's after the one that is, or its last word when none is. */
function newVersions(last: StoredShareCount | undefined, fed: readonly FeedShareCount[], now: Date): ShareCountInput[] {
  const versions = lastOfEachMoment(fed)
  const same = last ? versions.findLastIndex(({ shares }) => BigInt(shares) === last.shares) : -1
  const later = last && same < 0 ? versions.slice(-1) : versions.slice(same + 1)
  let before = last?.knownAt
  const rows = later.map(({ asOf, shares, knownAt, document }) => {
    const since = before === undefined || knownAt > before ? knownAt : now
    before = since
    return { asOf, shares: BigInt(shares), knownAt: since, document }
  })
  return lastOfEachMoment(rows)
}
