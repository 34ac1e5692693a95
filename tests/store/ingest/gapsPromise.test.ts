import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MissingView, missingView } from '@/lib/api/missing/view'
import { barFeedsFor } from '@/lib/feeds/registry'
import { runRefresh } from '@/lib/ingest/refresh'
import type { RefreshEnvironment } from '@/lib/ingest/sources'
import { isMic } from '@/lib/market/exchange'
import { lastDueSession, sessionsBetween } from '@/lib/market/sessions'
import { listListings } from '@/lib/store/listing/list'
import { readMissing } from '@/lib/store/missing/read'
import type { FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'
import { laterSessions } from '../../long/laterSessions'
import { type Standin, type StandinBar, startStandin } from '../../standin'

const halted = '2026-09-15'
// Tuesday, before any of the exchanges has opened.
const days = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'].map((day) => new Date(`${day}T00:30:00Z`))
const [first = new Date(0)] = days

let store: FreshStore
let standin: Standin
beforeAll(async () => {
  store = await seededStore()
  const listings = await laterSessions(store, '2026-11-09')
  standin = await startStandin({
    data: {
      listings: listings.map((listing) => ({
        ...listing,
        bars: listing.bars.map((bar) =>
          listing.symbol === '688256.SS' && bar.session === halted
            ? { session: halted, open: null, high: null, low: null, close: null, volume: null }
            : bar.session > '2026-07-23'
              ? moved(bar)
              : bar,
        ),
      })),
    },
  })
})
afterAll(async () => {
  await standin.close()
  await store.close()
})

/** A little higher by the day of the month: prices that never move would be doubted. */
function moved(bar: StandinBar): StandinBar {
  const by = (price: number | null) =>
    price === null ? null : Number((price + Number(bar.session.slice(8))).toFixed(2))
  return { ...bar, open: by(bar.open), high: by(bar.high), low: by(bar.low), close: by(bar.close) }
}

const feedsOf = (mic: string) => (isMic(mic) ? barFeedsFor(mic) : [])

/** Every feed of the registry, all at the stand-in. */
const environmentAt = (now: Date): RefreshEnvironment => ({
  store,
  actor: 'test',
  clock: () => now,
  sources: {
    barFeedsFor: feedsOf,
    revenueFeedsFor: () => [],
    quoteFeedsFor: () => [],
    ratesFeed: { id: 'rates', name: 'Rates', fetchRates: async () => ({ rows: [], rejected: [] }) },
    contextFor: () => {
      const limits = { timeoutMs: 5000, maxBytes: 20_000_000 }
      return { origin: standin.origin, contact: 'test', now: () => now, ...limits }
    },
  },
})

/** The promise, counted from the tables themselves; `recorded` when the rows have to be there and not only the view. */
async function promised(now: Date, recorded: boolean): Promise<MissingView[]> {
  const views: MissingView[] = []
  for (const listing of await listListings(store.sql)) {
    const { id, symbol, mic, trackedFrom } = listing
    if (!isMic(mic)) throw new Error(`${symbol}: ${mic} is no known exchange`)
    const due = sessionsBetween(mic, trackedFrom, lastDueSession(mic, now, feedsOf(mic)[0]?.delayMinutes ?? 0))
    const rows = await store.sql<{ session: string }[]>`
      SELECT session FROM bar WHERE listing_id = ${id} AND session BETWEEN ${trackedFrom} AND ${due.at(-1) ?? trackedFrom} ORDER BY session`
    const view = await missingView(store, symbol, now)
    if (view === null) throw new Error(`no view of ${symbol}`)
    views.push(view)
    const known = recorded ? await readMissing(store.sql, id) : view.items
    const both = [...rows, ...known].map(({ session }) => session).sort()
    expect({ symbol, sessions: both }).toEqual({ symbol, sessions: due })
    expect(view.meta).toMatchObject({ due: due.length, stored: rows.length, missing: due.length - rows.length })
    expect(view.items).toHaveLength(view.meta.missing)
  }
  return views
}

test('promise 3: stored and known-missing sessions make up the calendar of every listing, before and after a refresh', async () => {
  const before = await promised(first, false)
  expect(before.length).toBeGreaterThanOrEqual(10)
  expect(before.every(({ meta }) => meta.missing > 20 && meta.complete === false)).toBe(true)

  const slotId = (now: Date) => `gaps:${now.toISOString()}`
  for (const now of days) {
    const order = { job: 'bars' as const, slotId: slotId(now), trigger: 'test' }
    const result = await runRefresh(environmentAt(now), order)
    expect(result?.rows.filter(({ error }) => error !== null)).toEqual([])
    const views = await promised(now, true)
    if (now !== first) continue
    const { items } = views.find(({ meta }) => meta.symbol === '688256.SS') ?? {}
    expect(items).toMatchObject([{ session: halted, state: 'open', reason: 'halt', seenAt: first.toISOString() }])
  }
  const after = await promised(days.at(-1) ?? first, true)
  const cambricon = after.find(({ meta }) => meta.symbol === '688256.SS')
  expect(cambricon?.items.find(({ session }) => session === halted)).toMatchObject({
    ...{ state: 'permanent', reason: 'halt', askedFeeds: ['yahoo', 'tencent', 'eastmoney'] },
    nullFeeds: expect.arrayContaining(['yahoo']),
  })
  // The stand-in ends on 9 November: what came after is waited for.
  const state = (symbol: string) => after.find(({ meta }) => meta.symbol === symbol)?.items.map(({ state: s }) => s)
  expect(state('NVDA')).toEqual(['open', 'open', 'open'])
  expect(after.flatMap(({ items }) => items).every(({ seenAt }) => seenAt !== null)).toBe(true)
})
