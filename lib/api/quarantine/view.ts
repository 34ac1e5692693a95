import { releaseWay } from '@/lib/ingest/release/ways'
import { addDays, isTradingDate } from '@/lib/market/date'
import { readBars } from '@/lib/store/bar/read'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listingBySymbol, listListings } from '@/lib/store/listing/list'
import { listQuarantine, type QuarantineFilter, type QuarantineRow, quarantineRow } from '@/lib/store/quarantine/list'
import { readRevenue } from '@/lib/store/revenue/read'
import { readShareCounts } from '@/lib/store/shareCount/read'
import { companyOfListing } from '@/lib/store/topic/company'
import { feedName, feedNameZh } from '../source/feedName'
import { heldEntities, type QuarantineDetail, type QuarantineRowView } from './schema'

export type { QuarantineDetail, QuarantineRowView } from './schema'

/** Days on each side whose stored bars are shown beside a row. */
const daysAround = 30
/** Stored figures of a company that are shown beside one of it. */
const figuresShown = 12

/** A row as it is told. `listing` is the row's. */
export function rowView(row: QuarantineRow, listing: Listing | null): QuarantineRowView {
  const { id, listingId: _, entity, heldAt, closedAt, ...rest } = row
  const way = row.state === 'held' ? releaseWay(row, listing) : null
  return {
    ...rest,
    id: Number(id),
    entity: heldEntities.find((known) => known === entity) ?? 'bar',
    ...{ feedName: feedName(row.feed), feedNameZh: feedNameZh(row.feed) },
    ...{ heldAt: heldAt.toISOString(), closedAt: closedAt?.toISOString() ?? null },
    release: way && { writes: way.writes, needs: [...way.needs], takes: [...way.takes] },
  }
}

/** The rows that match, the newest first. */
export async function quarantineView(store: Store, filter: QuarantineFilter): Promise<{ items: QuarantineRowView[] }> {
  const [rows, listings] = await Promise.all([listQuarantine(store, filter), listListings(store.sql)])
  const bySymbol = new Map(listings.map((listing) => [listing.symbol, listing]))
  return { items: rows.map((row) => rowView(row, bySymbol.get(row.listing ?? '') ?? null)) }
}

// What a feed calls a date may be any.
const inOurTime = (day: string) => day > '1900' && day < '2200'

/** The day a row is about, where it is about one. */
function dayOf({ key, payload }: QuarantineRow): string | null {
  const { exDate, lastSession } = (payload ?? {}) as { exDate?: unknown; lastSession?: unknown }
  const days = [exDate, lastSession, key, key.slice(0, 10)]
  return days.find((day): day is string => typeof day === 'string' && isTradingDate(day) && inOurTime(day)) ?? null
}

async function neighboursOf({ sql }: Store, row: QuarantineRow, listing: Listing | null) {
  const day = dayOf(row)
  const barLike = row.entity === 'bar' || row.entity === 'action'
  const range =
    listing === null || day === null || !barLike
      ? null
      : { from: addDays(day, -daysAround), to: addDays(day, daysAround) }
  if (range === null || listing === null) return { session: [], open: [], high: [], low: [], close: [], volume: [] }
  const { session, open, high, low, close, volume } = await readBars(sql, listing.id, range)
  return { session, open, high, low, close, volume: volume.map((shares) => (shares === null ? null : String(shares))) }
}

async function figuresOf({ sql }: Store, row: QuarantineRow, listing: Listing | null) {
  const topic = listing === null ? null : await companyOfListing(sql, listing.id)
  if (topic === null) return []
  if (row.entity === 'revenue') {
    const quarters = await readRevenue(sql, [topic])
    return quarters.slice(-figuresShown).map(({ label, value, currency }) => ({ label, value, unit: currency }))
  }
  if (row.entity !== 'shares') return []
  const counts = await readShareCounts(sql, [topic])
  return counts.slice(-figuresShown).map(({ asOf, shares }) => ({ label: asOf, value: String(shares), unit: 'shares' }))
}

/** The row of an id with what is stored around it; null when there is none. */
export async function quarantineDetail(store: Store, id: bigint): Promise<QuarantineDetail | null> {
  const row = await quarantineRow(store.sql, id)
  if (row === null) return null
  const listing = row.listing === null ? null : await listingBySymbol(store.sql, row.listing)
  const [neighbours, figures] = await Promise.all([neighboursOf(store, row, listing), figuresOf(store, row, listing)])
  return { ...rowView(row, listing), neighbours, figures }
}
