import { holdRows, withoutAnswered } from '@/lib/store/quarantine/hold'
import { readRevenue } from '@/lib/store/revenue/read'
import { writeRevenue } from '@/lib/store/revenue/write'
import { lockSeries } from '@/lib/store/run/lockSeries'
import { readShareCounts } from '@/lib/store/shareCount/read'
import { writeShareCounts } from '@/lib/store/shareCount/write'
import { askFeed, attempt } from './attempt'
import { planRevenue } from './planRevenue'
import { planShares } from './planShares'
import { nothingDone, type RefreshRow } from './result'
import type { RevenueSubject } from './revenueSubjects'
import { commandContext, type RefreshEnvironment } from './sources'

/** Years of revenue before the first wanted session, where nothing is stored yet: enough for year-on-year figures over the whole chart. */
const yearsBefore = 2

/**
 * Refreshes the quarterly revenue of one company from the first stored quarter on (older ones the feed may have are not wanted), decided by `planRevenue`,
 * and the share counts that came along, decided by `planShares`, in one transaction. Counts are of both. A failing feed is a row; throws only when the
 * store fails or the refresh is ended.
 */
export async function refreshRevenue(
  env: RefreshEnvironment,
  runId: string,
  { topic, listing, feed, key }: RevenueSubject,
): Promise<RefreshRow> {
  const about = { runId, job: 'revenue' as const, subject: topic, feed, listingId: listing.id }
  return attempt(env, about, async () => {
    const askedAt = env.clock()
    const known = await readRevenue(env.store.sql, [topic])
    const from = known[0]?.start ?? `${Number(listing.trackedFrom.slice(0, 4)) - yearsBefore}-01-01`
    const fed = await askFeed(env, about, () =>
      feed.fetchRevenue({ key, from }, env.sources.contextFor(feed.id, env.signal)),
    )
    return env.store.sql.begin(async (sql) => {
      await lockSeries(sql, listing.id)
      const plan = planRevenue(await readRevenue(sql, [topic]), fed.rows, askedAt)
      const counts = planShares(await readShareCounts(sql, [topic]), fed.shares?.rows ?? [], askedAt)
      const unread = fed.rejected.map((row) => ({ entity: 'revenue' as const, ...row }))
      const unreadCounts = (fed.shares?.rejected ?? []).map((row) => ({ entity: 'shares' as const, ...row }))
      const held = [...unread, ...plan.held]
      const ctx = commandContext(env)
      const source = { feed: feed.id, fetchedAt: askedAt }
      const allHeld = [...held, ...unreadCounts, ...counts.held]
      const origin = { feed: feed.id, listingId: listing.id }
      const doubtful = await withoutAnswered(sql, allHeld, origin)
      await holdRows(sql, ctx, doubtful, origin)
      await writeRevenue(sql, ctx, topic, plan.write, source)
      const stored = await writeShareCounts(sql, ctx, topic, counts.write, source)
      const result = {
        ...nothingDone,
        added: plan.added + stored.added,
        changed: plan.changed + stored.changed,
        unchanged: plan.unchanged + stored.unchanged + counts.unchanged,
        held: doubtful.length,
      }
      if (fed.rows.length > plan.held.length || held.length === 0) return result
      const message = `${feed.name} has no usable figure for ${topic}: ${held[0]?.key} is ${held[0]?.reason}`
      return { ...result, error: { class: 'invalid-rows' as const, message } }
    })
  })
}
