import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incomingBars } from '@/lib/store/bar/incoming'
import { type Merged, mergeBars } from '@/lib/store/bar/merge'
import { writeByCopy } from '@/lib/store/bar/writeByCopy'
import { type BarBatch, writeBarsOf } from '@/lib/store/bar/writeMany'
import { contextAt, type FreshStore, freshStore } from '../database/fresh'

let store: FreshStore
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

/** A listing by its place among a run's own, and what is to be stored of it. */
interface Written {
  readonly listing: number
  readonly session: string
  readonly close: string
  readonly volume: bigint | null
  readonly settled: boolean
}

const listings = 3
const days = Array.from({ length: 8 }, (_, i) => `2026-07-0${i + 1}`)

const written = fc.record({
  listing: fc.integer({ min: 0, max: listings - 1 }),
  session: fc.constantFrom(...days),
  // Equal prices are written in more than one way, and with more places than are kept.
  close: fc.constantFrom('10', '10.00', '10.5', '10.123456', '10.1234561', '11'),
  volume: fc.constantFrom(null, 0n, 5n, 2n ** 60n),
  settled: fc.boolean(),
})
const round = fc.uniqueArray(written, { selector: ({ listing, session }) => `${listing} ${session}`, maxLength: 20 })

const fetchedAt = (round: number) => new Date(Date.UTC(2026, 7, 1 + round))
const asOf = (session: string, round: number) => new Date(Date.parse(`${session}T07:00:00Z`) + round * 1000)
const numberOf = (close: string) => Number(close).toFixed(6)

/** What the store has to hold after the rounds, worked out without one: bars, revisions, and the counts of each round by listing. */
function model(rounds: readonly (readonly Written[])[]) {
  const bars = new Map<string, { line: string; settled: boolean; said: string }>()
  const revisions: string[] = []
  const counts = rounds.map((rows, n) => {
    const count = Array.from({ length: listings }, () => ({ added: 0, changed: 0 }))
    for (const { listing, session, close, volume, settled } of rows) {
      const key = `${listing} ${session}`
      const said = `${numberOf(close)} ${volume}`
      const old = bars.get(key)
      const same = old?.said === said && old.settled === settled
      if (old !== undefined && (same || (old.settled && !settled))) continue
      if (old?.settled) revisions.push(`${old.line} until ${fetchedAt(n).toISOString()}`)
      const line = `${key} ${said} s${n} ${fetchedAt(n).toISOString()} ${asOf(session, n).toISOString()}`
      bars.set(key, { line, settled, said })
      const of = count[listing]
      if (of) of[old === undefined ? 'added' : 'changed'] += 1
    }
    return count
  })
  const kept = [...bars.values()].map(({ line, settled }) => `${line} ${settled}`)
  return { bars: kept.sort(), revisions: revisions.sort(), counts }
}

async function newListings(): Promise<number[]> {
  const rows = await store.sql<{ id: number }[]>`
    INSERT INTO listing (symbol, mic, ticker, name, name_zh, kind, currency, tracked_from)
    SELECT gen_random_uuid()::text, 'XSHG', 'T', 'T', 'T', 'equity', 'CNY', '2024-01-02' FROM generate_series(1, ${listings}::int) RETURNING id`
  return rows.map(({ id }) => id)
}

const batchesOf = (rows: readonly Written[], ids: readonly number[], n: number): BarBatch[] =>
  ids.flatMap((listingId, listing) => {
    const bars = rows
      .filter((row) => row.listing === listing)
      .map(({ session, close, volume, settled }) => {
        const prices = { open: close, high: close, low: close, close }
        return { session, ...prices, volume, settled, asOf: asOf(session, n) }
      })
    return bars.length === 0
      ? []
      : [{ listingId, bars, source: { feed: 'f', feedSymbol: `s${n}`, fetchedAt: fetchedAt(n) } }]
  })

type Way = (batches: readonly BarBatch[]) => Promise<readonly Merged[]>

/** What the store holds after the rounds were written one way, in the words of `model`. */
async function stored(rounds: readonly (readonly Written[])[], way: Way) {
  const ids = await newListings()
  const counts: { added: number; changed: number }[][] = []
  for (const [n, rows] of rounds.entries()) {
    const merged = await way(batchesOf(rows, ids, n))
    const sum = (id: number, of: 'added' | 'changed') =>
      merged.filter(({ listingId }) => listingId === id).reduce((total, each) => total + each[of], 0)
    counts.push(ids.map((id) => ({ added: sum(id, 'added'), changed: sum(id, 'changed') })))
  }
  const iso = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  const line = store.sql`concat_ws(' ', array_position(${ids}::int[], listing_id) - 1, session, close, coalesce(volume::text, 'null'), feed_symbol,
    to_char(fetched_at, ${iso}), to_char(as_of, ${iso}))`
  const bars = await store.sql`SELECT ${line} || ' ' || settled::text AS line FROM bar WHERE listing_id = ANY(${ids})`
  const revisions = await store.sql`
    SELECT ${line} || ' until ' || to_char(revised_at, ${iso}) AS line FROM bar_revision WHERE listing_id = ANY(${ids})`
  const lines = (rows: readonly { line?: string }[]) => rows.map((row) => row.line ?? '').sort()
  return { bars: lines(bars), revisions: lines(revisions), counts }
}

const byStatement: Way = async (batches) => {
  const merged: Merged[] = []
  for (const batch of batches) merged.push(...(await mergeBars(store.sql, incomingBars(store.sql, batch), [batch])))
  return merged
}
const byCopy: Way = (batches) => store.sql.begin((sql) => writeByCopy(sql, batches))
const ctx = contextAt('2026-08-01T00:00:00Z')
const byCommand: Way = async (batches) => {
  const counts = await writeBarsOf(store.sql, ctx, batches)
  return batches.map(({ listingId, bars }, i) => {
    const { added = 0, changed = 0, unchanged = 0 } = counts[i] ?? {}
    expect(added + changed + unchanged).toBe(bars.length)
    return { listingId, added, changed }
  })
}

describe('whatever is written over what is stored', () => {
  test.each([
    ['a statement a listing', byStatement],
    ['COPY and a merge', byCopy],
    ['the command for many listings', byCommand],
  ])('%s leaves the bars, revisions and counts of a plain model', async (_, way) => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
        // The last one twice: a second run changes nothing, in the model as in the store.
        const again = [...rounds, rounds.at(-1) ?? []]
        expect(await stored(again, way)).toEqual(model(again))
      }),
      { numRuns: 8 },
    )
  })
})
