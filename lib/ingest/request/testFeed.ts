import { addDays } from '@/lib/market/date'
import { exchangeOf, isMic, mics } from '@/lib/market/exchange'
import { localDate } from '@/lib/market/zone'
import { listListings } from '@/lib/store/listing/list'
import type { RequestEnd } from '@/lib/store/request/work'
import { revenueSubjects } from '../revenueSubjects'
import type { BarSource, RefreshEnvironment } from '../sources'
import { askOnce } from './ask'

const daysAsked = 14
const revenueDays = 400

/** What a test of a feed gave. `target` is what it was asked for; `last` the newest thing that came, with its `value` in `unit`. */
export interface FeedTest {
  readonly feed: string
  readonly target: string
  readonly ms: number
  readonly rows: number
  readonly last: string | null
  readonly value: string | null
  readonly unit: string | null
  readonly error: { readonly class: string; readonly message: string } | null
}

type Came = Pick<FeedTest, 'rows' | 'last' | 'value' | 'unit'>
interface Probe {
  readonly name: string
  readonly target: string
  readonly ask: () => Promise<Came>
}

async function barProbe(env: RefreshEnvironment, id: string): Promise<Probe | null> {
  const feeds = mics.flatMap((mic) => env.sources.barFeedsFor(mic))
  const feed: BarSource | undefined = feeds.find((one) => one.id === id)
  const listing = (await listListings(env.store.sql)).find(
    ({ mic, status, feedSymbols }) => isMic(mic) && status === 'listed' && feedSymbols[id] !== undefined,
  )
  if (feed === undefined || listing === undefined || !isMic(listing.mic)) return null
  const { mic, symbol, feedSymbols } = listing
  const { timeZone } = exchangeOf(mic)
  const to = localDate(env.clock(), timeZone)
  return {
    ...{ name: feed.name, target: symbol },
    ask: async () => {
      const range = { feedSymbol: feedSymbols[id] ?? '', mic, timeZone, from: addDays(to, -daysAsked), to }
      const { bars, currency } = await feed.fetchBars(range, env.sources.contextFor(id, env.signal))
      const last = bars.at(-1)
      return { rows: bars.length, last: last?.session ?? null, value: last?.close ?? null, unit: currency }
    },
  }
}

async function revenueProbe(env: RefreshEnvironment, id: string): Promise<Probe | null> {
  const [subject] = await revenueSubjects(env, { feed: id })
  if (subject === undefined) return null
  const { feed, key, topic } = subject
  return {
    ...{ name: feed.name, target: topic },
    ask: async () => {
      const from = addDays(env.clock().toISOString().slice(0, 10), -revenueDays)
      const { rows } = await feed.fetchRevenue({ key, from }, env.sources.contextFor(id, env.signal))
      const last = rows.at(-1)
      return {
        ...{ rows: rows.length, last: last?.label ?? null, value: last?.value ?? null },
        unit: last?.currency ?? null,
      }
    },
  }
}

function ratesProbe(env: RefreshEnvironment, id: string): Probe | null {
  const feed = env.sources.ratesFeed
  if (feed.id !== id) return null
  return {
    ...{ name: feed.name, target: 'EUR/USD' },
    ask: async () => {
      const from = addDays(env.clock().toISOString().slice(0, 10), -daysAsked)
      const { rows } = await feed.fetchRates({ quotes: ['USD'], from }, env.sources.contextFor(id, env.signal))
      const last = rows.at(-1)
      return { rows: rows.length, last: last?.date ?? null, value: last?.rate ?? null, unit: last ? 'USD' : null }
    },
  }
}

/** Asks a feed for something small that it should have, stores nothing, and tells what came. */
export async function testFeed(env: RefreshEnvironment, feed: string): Promise<RequestEnd> {
  const probe = ratesProbe(env, feed) ?? (await barProbe(env, feed)) ?? (await revenueProbe(env, feed))
  if (probe === null) return { state: 'failed', message: `nothing here is asked of a feed "${feed}"` }
  const { name, target } = probe
  const { answer, error, ms } = await askOnce(env, { id: feed, name }, target, probe.ask)
  const came = answer ?? { rows: 0, last: null, value: null, unit: null }
  const result: FeedTest = { feed, target, ms, ...came, error }
  if (error !== null) return { state: 'failed', message: error.message, result }
  const newest = came.last === null ? '' : `, the newest of ${came.last}: ${came.value} ${came.unit ?? ''}`.trimEnd()
  return { state: 'done', message: `${name} gave ${came.rows} rows of ${target} in ${ms} ms${newest}`, result }
}
