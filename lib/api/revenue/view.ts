import { yearOnYear } from '@/lib/analytics/growth'
import type { Store } from '@/lib/store/connection/store'
import { listingBySymbol } from '@/lib/store/listing/list'
import { readRevenue, type StoredRevenue } from '@/lib/store/revenue/read'
import type { Topic } from '@/lib/store/topic/list'
import { companyOf } from '../listings/company'
import { bundledFeed, feedName } from '../source/feedName'
import { latest, sourceRanges } from '../source/range'
import type { RevenueView } from './schema'

export type { RevenueView } from './schema'

/** Growth is only between quarters of one currency. */
function growthOf(rows: readonly StoredRevenue[]): (number | null)[] {
  const key = ({ label, currency }: StoredRevenue) => `${currency} ${label}`
  const byKey = new Map<string, number | null>()
  for (const currency of new Set(rows.map((row) => row.currency))) {
    const same = rows.filter((row) => row.currency === currency)
    const values = same.map(({ value }) => Number(value))
    const growth = yearOnYear(
      same.map(({ label }) => label),
      values,
    )
    for (const [i, row] of same.entries()) byKey.set(key(row), growth[i] ?? null)
  }
  return rows.map((row) => byKey.get(key(row)) ?? null)
}

function metaOf(symbol: string, company: Topic | null, rows: readonly StoredRevenue[]): RevenueView['meta'] {
  const newest = rows.at(-1)
  return {
    symbol,
    topic: company?.slug ?? null,
    name: company?.name ?? null,
    currency: newest?.currency ?? null,
    sources: sourceRanges(
      rows.map(({ end }) => end),
      rows.map(({ feed }) => feed),
    ),
    bundledTo: newest?.feed === bundledFeed ? newest.end : null,
    asOf: latest(rows.map(({ knownAt }) => knownAt)),
    fetchedAt: latest(rows.map(({ fetchedAt }) => fetchedAt)),
    rows: rows.length,
  }
}

/**
 * Revenue of the company a listing stands for, each quarter as it is known last; empty columns when there is none, null when there is no such
 * listing. Quarters and restatements that were not known at `now` are left out.
 */
export async function revenueView(store: Store, symbol: string, now: Date): Promise<RevenueView | null> {
  const listing = await listingBySymbol(store.sql, symbol)
  if (listing === null) return null
  const company = await companyOf(store, listing)
  const rows = company ? await readRevenue(store.sql, [company.slug], now) : []
  return {
    label: rows.map(({ label }) => label),
    start: rows.map(({ start }) => start),
    end: rows.map(({ end }) => end),
    value: rows.map(({ value }) => Number(value)),
    currency: rows.map(({ currency }) => currency),
    filed: rows.map(({ filed }) => filed),
    knownAt: rows.map(({ knownAt }) => knownAt.toISOString()),
    derived: rows.map(({ derived }) => derived),
    precision: rows.map(({ precision }) => precision),
    source: rows.map(({ feed }) => feedName(feed)),
    document: rows.map(({ document }) => document),
    yearOnYear: growthOf(rows),
    meta: metaOf(symbol, company, rows),
  }
}
