import { exchangeOf } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import type { BulkKind } from '@/lib/store/bulk/kind'
import type { Queryable } from '@/lib/store/connection/sql'
import type { CommandContext } from '@/lib/store/context'
import { storedListingKind } from '@/lib/store/listing/editable'
import { listingBySymbol } from '@/lib/store/listing/list'
import type { ListingFields } from '@/lib/store/listing/schema'
import { addRequest } from '@/lib/store/request/add'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { newListing } from './newListing'
import { recountGaps } from './recountGaps'

const particulars = ['mic', 'currency', 'name', 'nameZh', 'kind', 'trackedFrom'] as const

/** What was sent of a new listing, with what follows from its symbol. Throws `InputError` for a symbol of no exchange known here. */
function complete(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { symbol } = input
  if (typeof symbol !== 'string') return input
  const said = Object.fromEntries(
    particulars.flatMap((field) => (typeof input[field] === 'string' ? [[field, input[field]]] : [])),
  )
  const { dividendsKnownTo: _, ...derived } = newListing(symbol, said)
  return { ...derived, status: 'listed', delistedOn: null, ...input }
}

/** A delisted one has a day from which nothing is due any more: the day at its exchange when nobody says which. */
function withDelisting(ctx: CommandContext, value: ListingFields): ListingFields {
  if (value.status !== 'delisted' || value.delistedOn !== null) return value
  return { ...value, delistedOn: localDate(ctx.now, exchangeOf(value.mic).timeZone) }
}

/** Asks a worker for the sessions from where the listing is now tracked, in the same transaction. */
async function wantOlder(sql: Queryable, ctx: CommandContext, { symbol, status, trackedFrom }: ListingFields) {
  if (status === 'delisted') return
  await addRequest(sql, ctx, { kind: 'backfill', listing: symbol, from: trackedFrom })
}

/**
 * Listings, as people keep them right. A new one is completed from its symbol; one that is new, or is tracked from an earlier day than before, has a backfill
 * requested, and its missing sessions are counted anew at once.
 */
export const listingKind: BulkKind<ListingFields> = {
  ...storedListingKind,
  complete,
  insert: async (sql, ctx, value, managedBy) => {
    await storedListingKind.insert(sql, ctx, withDelisting(ctx, value), managedBy)
    await wantOlder(sql, ctx, value)
  },
  update: async (sql, ctx, id, value, managedBy) => {
    await lockSeries(sql, id)
    const before = await listingBySymbol(sql, value.symbol)
    await storedListingKind.update(sql, ctx, id, withDelisting(ctx, value), managedBy)
    await recountGaps(sql, ctx, value.symbol)
    if (before !== null && value.trackedFrom < before.trackedFrom) await wantOlder(sql, ctx, value)
  },
}
