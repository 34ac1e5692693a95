import { performance } from 'node:perf_hooks'
import { median } from 'simple-statistics'
import { noLimits } from '@/lib/access/limits'
import { seededRandom } from '@/lib/analytics/random'
import { createApi } from '@/lib/api/app'
import { readBars } from '@/lib/store/bar/read'
import { seriesStatus } from '@/lib/store/bar/status'
import type { Store } from '@/lib/store/connection/store'
import { latestQuotes } from '@/lib/store/quote/read'
import type { Figure, Mode, Section } from '../section'
import { type MadeListing, madeSessions } from './bars'
import { openTwoStores } from './database'
import { addMadeListings, fillBars, fillQuotes } from './store'

interface Size {
  readonly listings: number
  readonly sessions: number
  readonly quoteSessions: number
  /** Room it needs on the disk, with the log. */
  readonly bytes: number
  readonly readsARound: number
}

const sizes: Readonly<Record<Mode, Size>> = {
  short: { listings: 1_000, sessions: 2_000, quoteSessions: 25, bytes: 2 * 2 ** 30, readsARound: 15 },
  full: { listings: 10_000, sessions: 2_000, quoteSessions: 250, bytes: 12 * 2 ** 30, readsARound: 200 },
}

const rounds = 5
const wanted = 1_250
const now = new Date('2026-11-24T02:00:00Z')
const few = { listings: 10, quoteSessions: 5 }

const count = (value: number) => value.toLocaleString('en')

/** Of two ways to read, few rows stored and many, round by round in turn, the median of the rounds' medians in milliseconds each. */
async function inTurn(
  reads: { readonly few: () => Promise<unknown>; readonly many: () => Promise<unknown> },
  times: number,
) {
  const medians: Record<'few' | 'many', number[]> = { few: [], many: [] }
  // The first round warms connections, plans and the compiler, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const taken: Record<'few' | 'many', number[]> = { few: [], many: [] }
    for (let i = 0; i < times; i++) {
      for (const side of ['few', 'many'] as const) {
        const start = performance.now()
        await reads[side]()
        taken[side].push(performance.now() - start)
      }
    }
    if (round > 0) for (const side of ['few', 'many'] as const) medians[side].push(median(taken[side]))
  }
  return { ours: median(medians.many), floor: median(medians.few), rounds }
}

/** A listing and the ends of 1,250 of its sessions by chance: another range each time, so that no answer is kept from before. */
function ranges(listings: readonly MadeListing[], sessions: number) {
  const random = seededRandom(7)
  return () => {
    const listing = listings[Math.floor(random() * listings.length)] ?? { id: 0, symbol: '', mic: 'XNAS' as const }
    const all = madeSessions(listing.mic, sessions)
    const first = Math.floor(random() * (sessions - wanted))
    return { ...listing, from: all[first] ?? '', to: all[first + wanted - 1] ?? '' }
  }
}

/** Reads `/bars` of 1,250 sessions of any listing. */
function barsReader(store: Store, listings: readonly MadeListing[], sessions: number): () => Promise<void> {
  const api = createApi({ store, now: () => now, limits: noLimits })
  const next = ranges(listings, sessions)
  return async () => {
    const { symbol, from, to } = next()
    const response = await api.request(`/api/v1/listings/${symbol}/bars?from=${from}&to=${to}&adjust=raw`)
    const { session } = (await response.json()) as { session?: readonly string[] }
    if (session?.length !== wanted)
      throw new Error(`${symbol} gave ${response.status} with ${session?.length} sessions`)
  }
}

/** The same out of the store alone. */
function rowsReader({ sql }: Store, listings: readonly MadeListing[], sessions: number): () => Promise<unknown> {
  const next = ranges(listings, sessions)
  return () => {
    const { id, from, to } = next()
    return readBars(sql, id, { from, to })
  }
}

async function measure(mode: Mode, say: (line: string) => void): Promise<readonly Figure[]> {
  const { listings, sessions, quoteSessions, bytes, readsARound } = sizes[mode]
  const { small, large, close } = await openTwoStores(bytes)
  try {
    const fill = async ({ sql }: Store, made: number, quotes: number) => {
      const rows = await addMadeListings(sql, made)
      let told = 0
      const bars = await fillBars(sql, rows, { sessions }, (stored) => {
        if (stored - told < 2_000_000) return
        told = stored
        say(`growth: ${count(stored)} bars stored`)
      })
      // A year is more than is kept: the weeks of it all the same.
      await sql`SELECT keep_quote_weeks(${now}::timestamptz, make_interval(days => ${quotes * 2}))`
      const stored = await fillQuotes(sql, rows.slice(0, few.listings), { sessions: quotes })
      // What autovacuum does within minutes.
      await sql`VACUUM ANALYZE`
      return { rows, bars, quotes: stored }
    }
    const less = await fill(small, few.listings, few.quoteSessions)
    const more = await fill(large, listings, quoteSessions)
    const size = `${count(more.bars)} bars stored, against ${count(less.bars)}`
    const of = (reader: typeof rowsReader) =>
      inTurn({ few: reader(small, less.rows, sessions), many: reader(large, more.rows, sessions) }, readsARound)
    const bars = await of(barsReader)
    const rows = await of(rowsReader)
    const quotesOf = ({ sql }: Store, rows: readonly MadeListing[]) => {
      const ids = rows.slice(0, few.listings).map(({ id }) => id)
      return () => latestQuotes(sql, ids, now)
    }
    const quotes = await inTurn({ few: quotesOf(small, less.rows), many: quotesOf(large, more.rows) }, readsARound)
    const statusOf = ({ sql }: Store, rows: readonly MadeListing[]) => {
      const symbols = rows.slice(0, few.listings).map(({ symbol }) => symbol)
      return () => seriesStatus(sql, symbols, now)
    }
    const status = await inTurn({ few: statusOf(small, less.rows), many: statusOf(large, more.rows) }, readsARound)
    const [held] = await large.sql<{ bytes: number }[]>`SELECT pg_total_relation_size('bar')::float8 AS bytes`
    const promise = { of: 'ratio', most: 1.3 } as const
    return [
      { name: '/bars of 1,250 sessions', size, unit: 'ms', ...bars, limit: promise },
      { name: 'the same out of the store alone', size, unit: 'ms', ...rows, limit: promise },
      { name: 'status of 10 series', size, unit: 'ms', ...status, limit: null },
      {
        name: 'newest price of 10 listings',
        size: `${count(more.quotes)} quotes stored, against ${count(less.quotes)}`,
        ...{ unit: 'ms', ...quotes, limit: null },
      },
      {
        name: 'a bar in the store, with its index',
        ...{
          size: `${count(more.bars)} bars`,
          unit: 'bytes',
          ours: (held?.bytes ?? Number.NaN) / more.bars,
          floor: null,
        },
        ...{ rounds: 1, limit: null },
      },
    ]
  } finally {
    await close()
  }
}

/** What a read costs when much is stored beside what it asks for: the floor is the same read by the same code where little is. */
export const growth: Section = { name: 'growth', measure }
