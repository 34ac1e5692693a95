import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionsBetween } from '@/lib/market/sessions'
import { listingBySymbol } from '@/lib/store/listing/list'
import { type FreshStore, freshStore } from '../database/fresh'
import { everyOrigin, startJob } from '../fault/process'
import { type Standin, startStandin } from '../standin'
import { newListing, storedLines } from '../store/ingest/fixtures'

let store: FreshStore
let standin: Standin
const symbols = ['0981.HK', '1810.HK']
beforeAll(async () => {
  store = await freshStore()
  standin = await startStandin()
  const bars = sessionsBetween('XHKG', '2024-01-02', '2026-07-24').map((session, i) => {
    const close = 20 + (i % 50) / 10
    return { session, open: close, high: close + 0.5, low: close - 0.5, close, volume: 1000 + i }
  })
  standin.setData({
    listings: symbols.map((symbol) => ({ symbol, currency: 'HKD', timeZone: 'Asia/Hong_Kong', bars })),
  })
  for (const symbol of symbols) {
    await newListing(store, {
      symbol,
      mic: 'XHKG',
      currency: 'HKD',
      trackedFrom: '2024-01-02',
      feedSymbols: { yahoo: symbol },
    })
  }
})
afterAll(async () => {
  await standin.close()
  await store.close()
})

const refresh = (symbol: string) =>
  startJob('refresh', ['--job', 'bars', '--listing', symbol, '--json'], {
    DATABASE_URL: store.url,
    ...everyOrigin(standin.origin),
  })

describe('a backfill by npm run refresh', () => {
  test('killed between two years goes on where it was and ends like an uninterrupted one', async () => {
    const [broken = '', whole = ''] = symbols
    const { id } = (await listingBySymbol(store.sql, broken)) ?? { id: 0 }
    const held = `period1=${Date.parse('2025-01-01T00:00:00+08:00') / 1000}`
    standin.set({ match: held, fault: { kind: 'slow', ms: 60_000 } })
    const job = refresh(broken)
    while (!standin.requests.some(({ url }) => url.includes(held))) await new Promise((done) => setTimeout(done, 20))
    job.child.kill('SIGKILL')
    await job.ended
    standin.set(null)
    const first = (await storedLines(store, id))[0]
    expect(first).toMatch(/^2026-01-02/)
    const asked = standin.requests.length
    const { code, stdout } = await refresh(broken).ended
    expect(code).toBe(0)
    expect(JSON.parse(stdout).outcome).toBe('succeeded')
    expect(standin.requests[asked]?.url).toContain(held)
    await refresh(whole).ended
    const other = (await listingBySymbol(store.sql, whole))?.id ?? 0
    expect(await storedLines(store, id)).toEqual(await storedLines(store, other))
    expect((await storedLines(store, id)).length).toBe(sessionsBetween('XHKG', '2024-01-02', '2026-07-24').length)
  })
})
