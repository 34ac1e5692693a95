import { Decimal } from 'decimal.js'
import type { FeedRate } from '@/lib/feeds/types'
import { addDays, isTradingDate } from '@/lib/market/date'
import { listListings } from '@/lib/store/listing/list'
import { type HeldRow, holdRows, withoutAnswered } from '@/lib/store/quarantine/hold'
import { rateStatus } from '@/lib/store/rate/read'
import { writeRates } from '@/lib/store/rate/write'
import { askFeed, attempt } from './attempt'
import { nothingDone, type RefreshRow } from './result'
import { commandContext, type RefreshEnvironment } from './sources'

/** Days before the last stored rate that are read again. */
const daysReadAgain = 10
// numeric(20,8)
const largest = new Decimal('1e11')

/** Why a rate cannot be true: not of a wanted pair, no date or one to come, not above zero. Null when it can. `today` is the date in UTC. Pure. */
export function rateProblem(row: FeedRate, base: string, quotes: readonly string[], today: string): string | null {
  if (row.base !== base || !quotes.includes(row.quote)) return `${row.base}/${row.quote} was not asked for`
  if (!isTradingDate(row.date)) return `"${row.date}" is no date`
  if (row.date > today) return `a rate of ${row.date}, a day to come`
  const rate = /^\d+(\.\d+)?$/.test(row.rate) ? new Decimal(row.rate) : null
  return rate?.gt(0) && rate.lt(largest) ? null : `"${row.rate}" is not a rate above zero`
}

/**
 * Refreshes the rates of the euro in every currency a listing is quoted in, from ten days before the last stored one (or `from`) on. A failing feed
 * is a row; throws only when the store fails or the refresh is ended.
 */
export async function refreshRates(env: RefreshEnvironment, runId: string, from?: string): Promise<RefreshRow> {
  const { sql } = env.store
  const listings = await listListings(sql)
  const base = 'EUR'
  const quotes = [...new Set(listings.map(({ currency }) => currency))].filter((code) => code !== base).sort()
  const feed = env.sources.ratesFeed
  const about = { runId, job: 'fx' as const, subject: `${base}/${quotes.join(',')}`, feed, listingId: null }
  return attempt(env, about, async () => {
    const askedAt = env.clock()
    const stored = (await rateStatus(sql)).filter((pair) => pair.base === base && quotes.includes(pair.quote))
    const last = stored.length < quotes.length ? undefined : stored.map(({ lastDate }) => lastDate).sort()[0]
    const earliest = listings.map(({ trackedFrom }) => trackedFrom).sort()[0] ?? '1999-01-04'
    const start = from ?? (last === undefined ? earliest : addDays(last, -daysReadAgain))
    const fed = await askFeed(env, about, () =>
      feed.fetchRates({ quotes, from: start }, env.sources.contextFor(feed.id, env.signal)),
    )
    const held: HeldRow[] = fed.rejected.map((row) => ({ entity: 'rate', ...row }))
    const rates = new Map<string, FeedRate>()
    for (const row of fed.rows) {
      const reason = rateProblem(row, base, quotes, askedAt.toISOString().slice(0, 10))
      if (reason) held.push({ entity: 'rate', key: `${row.date} ${row.quote}`, reason, payload: row })
      else rates.set(`${row.date} ${row.quote}`, row)
    }
    return sql.begin(async (tx) => {
      const ctx = commandContext(env)
      const origin = { feed: feed.id, listingId: null }
      const doubtful = await withoutAnswered(tx, held, origin)
      await holdRows(tx, ctx, doubtful, origin)
      const counts = await writeRates(tx, ctx, [...rates.values()], { feed: feed.id, fetchedAt: askedAt })
      const result = { ...nothingDone, ...counts, held: doubtful.length }
      if (rates.size > 0 || held.length === 0) return result
      const message = `${feed.name} has no usable rate: ${held[0]?.key} is ${held[0]?.reason}`
      return { ...result, error: { class: 'invalid-rows' as const, message } }
    })
  })
}
