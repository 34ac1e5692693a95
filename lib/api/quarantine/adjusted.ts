import { candidateSplit } from '@/lib/ingest/release/action'
import type { ReleaseEdits } from '@/lib/ingest/release/edits'
import { notReleasable } from '@/lib/ingest/release/owned'
import { heldBar } from '@/lib/ingest/release/ways'
import { type Action, adjustBars } from '@/lib/market/adjustment'
import { addDays } from '@/lib/market/date'
import { isMic } from '@/lib/market/exchange'
import { readActions } from '@/lib/store/action/read'
import { readBars } from '@/lib/store/bar/read'
import type { Store } from '@/lib/store/connection/store'
import { type Listing, listingBySymbol } from '@/lib/store/listing/list'
import { listQuarantine, quarantineRow } from '@/lib/store/quarantine/list'
import type { AdjustedPreview } from './schema'

/** Days on each side of the ex-date that are shown. */
const daysAround = 120

interface Close {
  readonly session: string
  readonly close: string
  readonly held: boolean
}

/** The closes around a day: the stored ones, and those that wait in quarantine. */
async function closesAround(store: Store, { id, symbol }: Listing, day: string): Promise<Close[]> {
  const range = { from: addDays(day, -daysAround), to: addDays(day, daysAround) }
  const bars = await readBars(store.sql, id, range)
  const closes = new Map(
    bars.session.map((session, i) => [session, { session, close: bars.close[i] ?? '0', held: false }]),
  )
  for (const { payload } of await listQuarantine(store, { state: 'held', listing: symbol, entity: 'bar' })) {
    const bar = heldBar.safeParse(payload).data
    if (bar === undefined || bar.session < range.from || bar.session > range.to || closes.has(bar.session)) continue
    closes.set(bar.session, { session: bar.session, close: bar.close, held: true })
  }
  return [...closes.values()].sort((a, b) => (a.session < b.session ? -1 : 1))
}

function adjusted(closes: readonly Close[], actions: readonly Action[]): number[] {
  const close = closes.map((one) => one.close)
  const session = closes.map((one) => one.session)
  const columns = { session, open: close, high: close, low: close, close, volume: close.map(() => null) }
  return adjustBars(columns, actions, 'split').close.map(Number)
}

/**
 * The closes around a candidate split as they are, and as they would be adjusted with it. Throws `QuarantineError` for a row that is no split, or not as asked; null for an
 * unknown row.
 */
export async function adjustedPreview(store: Store, id: bigint, edits: ReleaseEdits): Promise<AdjustedPreview | null> {
  const row = await quarantineRow(store.sql, id)
  if (row === null) return null
  const listing = row.listing === null ? null : await listingBySymbol(store.sql, row.listing)
  if (listing === null || !isMic(listing.mic)) throw notReleasable(row, 'it is of no listing')
  const split = candidateSplit(row, listing.mic, edits)
  const known = await readActions(store.sql, listing.id)
  if (known.some(({ kind, exDate }) => kind === 'split' && exDate === split.exDate)) {
    throw notReleasable(row, `a split with ex-date ${split.exDate} is known already and stays`)
  }
  const closes = await closesAround(store, listing, split.exDate)
  const { exDate, numerator, denominator } = split
  return {
    ...{ exDate, numerator, denominator },
    session: closes.map(({ session }) => session),
    held: closes.map(({ held }) => held),
    raw: closes.map(({ close }) => Number(close)),
    before: adjusted(closes, known),
    after: adjusted(closes, [...known, split]),
  }
}
