import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { barFeedsFor } from '@/lib/feeds/registry'
import { runRefresh } from '@/lib/ingest/refresh'
import type { RefreshRow } from '@/lib/ingest/result'
import { listingBySymbol } from '@/lib/store/listing/list'
import type { FreshStore } from '../database/fresh'
import { seededStore } from '../database/seeded'
import { testContext } from '../feeds/context'
import { type Fault, type Standin, type StandinListing, startStandin } from '../standin'
import { environmentAt } from '../store/ingest/fixtures'
import { laterCambricon, storeExport } from './seeded'

const symbol = '688256.SS'
const session = '2026-07-23'
const yahooPath = '/v8/finance/chart/'

let store: FreshStore
let standin: Standin
let listing: StandinListing
let id: number
let before: string[]
beforeAll(async () => {
  store = await seededStore()
  listing = (await laterCambricon(store, session)).listing
  id = (await listingBySymbol(store.sql, symbol))?.id ?? 0
  before = await storeExport(store)
  standin = await startStandin()
})
afterAll(async () => {
  await standin.close()
  await store.close()
})
beforeEach(async () => {
  standin.set(null)
  timeoutMs = 5_000
  standin.setData({ listings: [listing] })
  await store.sql`DELETE FROM bar WHERE listing_id = ${id} AND session >= ${session}::date`
  await store.sql`DELETE FROM quarantine`
  await store.sql`DELETE FROM missing_session`
})

let slot = 0
/** How long a feed may take: short only where it never answers, so that a busy machine is not taken for a silent feed. */
let timeoutMs = 5_000
/** A refresh after the close of the one session that is not stored yet. */
async function refreshed(at = `${session}T23:30:00Z`): Promise<readonly RefreshRow[]> {
  const env = environmentAt(store, at, [], {
    barFeedsFor,
    contextFor: () => testContext(standin.origin, { timeoutMs }).ctx,
  })
  const result = await runRefresh(env, { job: 'bars', slotId: `fault:${++slot}`, trigger: 'test', symbols: [symbol] })
  return result?.rows ?? []
}

const outcomes = (rows: readonly RefreshRow[]) =>
  rows.map(({ feed, error, added, held }) => `${feed} ${error?.class ?? 'ok'} +${added} held ${held}`)
const newLines = async () => (await storeExport(store)).filter((line) => !before.includes(line))
const held = async () =>
  (
    await store.sql<{ line: string }[]>`SELECT concat_ws(' ', feed, entity, row_key) AS line FROM quarantine ORDER BY 1`
  ).map(({ line }) => line)
/** The session as it was traded, settled or not. */
const bar = (settled: 't' | 'f') =>
  `bar,${symbol},${session},1298.250000,1303.360000,1295.250000,1300.250000,9000000,${settled}`

describe('of a fault of Yahoo the outcome is named, and Tencent brings the session', () => {
  const cases: [string, Fault, string][] = [
    ['429 as text', { kind: 'rate-limit' }, 'rate-limited'],
    ['429 with Retry-After', { kind: 'rate-limit', retryAfter: '2' }, 'rate-limited'],
    ['HTML with 200', { kind: 'html' }, 'not-the-format'],
    ['half JSON', { kind: 'cut-json' }, 'not-the-format'],
    ['half a body', { kind: 'half-body' }, 'unreachable'],
    ['an empty result', { kind: 'empty' }, 'empty'],
    ['a closed socket', { kind: 'closed' }, 'unreachable'],
    ['silence', { kind: 'stall' }, 'timeout'],
    ['an unknown symbol', { kind: 'not-found' }, 'unknown-symbol'],
  ]
  test.each(cases)('%s', async (_name, fault, errorClass) => {
    standin.set({ match: yahooPath, fault })
    timeoutMs = fault.kind === 'stall' ? 300 : 5_000
    expect(outcomes(await refreshed())).toEqual([`yahoo ${errorClass} +0 held 0`, 'tencent ok +1 held 0'])
    expect(await newLines()).toEqual([bar('t')])
    expect(await held()).toEqual([])
  })

  test('null bars: the other sessions are Yahoo’s, the missing one is asked of Tencent', async () => {
    standin.set({ match: yahooPath, fault: { kind: 'null-bars', sessions: [session] } })
    expect(outcomes(await refreshed())).toEqual(['yahoo ok +0 held 0', 'tencent ok +1 held 0'])
    expect(await newLines()).toEqual([bar('t')])
  })
})

describe('figures that cannot be true are held, and no other feed covers them up', () => {
  test('a wrong currency', async () => {
    standin.set({ match: yahooPath, fault: { kind: 'currency', currency: 'USD' } })
    expect(outcomes(await refreshed())).toEqual(['yahoo invalid-rows +0 held 1'])
    expect(await newLines()).toEqual([])
    expect(await held()).toEqual(['yahoo bar currency'])
  })

  test('a split in mid-series that is not announced', async () => {
    const bars = listing.bars.map((each) =>
      each.session < session
        ? {
            ...each,
            open: (each.open ?? 0) / 2,
            high: (each.high ?? 0) / 2,
            low: (each.low ?? 0) / 2,
            close: (each.close ?? 0) / 2,
          }
        : each,
    )
    standin.setData({ listings: [{ ...listing, bars }] })
    const rows = await refreshed()
    expect(outcomes(rows)).toEqual(['yahoo invalid-rows +0 held 1'])
    expect(rows[0]?.error?.message).toMatch(/2(\.0+)? times its own/)
    expect(await newLines()).toEqual([])
    expect(await held()).toEqual([expect.stringMatching(/^yahoo action .* split$/)])
  })

  test('a bar of a non-session; the rest is stored', async () => {
    const saturday = { session: '2026-07-18', open: 1300, high: 1310, low: 1290, close: 1305, volume: 5 }
    standin.setData({ listings: [{ ...listing, bars: [...listing.bars, saturday] }] })
    expect(outcomes(await refreshed())).toEqual(['yahoo ok +1 held 1'])
    expect(await newLines()).toEqual([bar('t')])
    expect(await held()).toEqual(['yahoo bar 2026-07-18'])
  })
})

test('an unfinished last bar is stored unsettled, from whichever feed', async () => {
  expect(outcomes(await refreshed(`${session}T06:00:00Z`))).toEqual(['yahoo ok +1 held 0'])
  expect(await newLines()).toEqual([bar('f')])
  standin.set({ match: yahooPath, fault: { kind: 'closed' } })
  expect(outcomes(await refreshed())).toEqual(['yahoo unreachable +0 held 0', 'tencent ok +0 held 0'])
  expect(await newLines()).toEqual([bar('t')])
})

test('when every feed fails the good data stay, and each failure is named', async () => {
  standin.set({ match: yahooPath, fault: { kind: 'html' } })
  standin.set({ match: 'fqkline', fault: { kind: 'rate-limit' } })
  standin.set({ match: '/kline/get', fault: { kind: 'closed' } })
  expect(outcomes(await refreshed())).toEqual([
    'yahoo not-the-format +0 held 0',
    'tencent rate-limited +0 held 0',
    'eastmoney unreachable +0 held 0',
  ])
  expect(await newLines()).toEqual([])
  expect((await storeExport(store)).length).toBe(before.length)
})
