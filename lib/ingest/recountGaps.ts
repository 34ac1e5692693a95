import { barFeedsFor } from '@/lib/feeds/registry'
import { isMic } from '@/lib/market/exchange'
import type { Queryable } from '@/lib/store/connection/sql'
import type { CommandContext } from '@/lib/store/context'
import { listingBySymbol } from '@/lib/store/listing/list'
import { readMissing } from '@/lib/store/missing/read'
import { storedSessions } from '@/lib/store/missing/storedSessions'
import { writeMissing } from '@/lib/store/missing/write'
import { dueSessions } from './gapDue'
import { planGaps } from './gapPlan'

/** Brings the missing sessions of a listing up to date after a person stored bars, within that transaction; no feed has said anything. Needs the scope `ingest`. */
export async function recountGaps(sql: Queryable, ctx: CommandContext, symbol: string): Promise<void> {
  const listing = await listingBySymbol(sql, symbol)
  if (listing === null || !isMic(listing.mic)) return
  const feeds = barFeedsFor(listing.mic).filter(({ id }) => listing.feedSymbols[id] !== undefined)
  const plan = planGaps({
    listing,
    due: dueSessions(listing, feeds[0]?.delayMinutes ?? 0, ctx.now).sessions,
    stored: await storedSessions(sql, listing.id),
    rows: await readMissing(sql, listing.id),
    answers: [],
    feeds: feeds.map(({ id }) => id),
    now: ctx.now,
  })
  await writeMissing(sql, ctx, listing.id, plan)
}
