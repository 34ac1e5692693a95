import { afterEach, beforeEach, expect, test } from 'vitest'
import { revenueFeed } from '@/lib/feeds/registry'
import { type Standin, startStandin } from '../standin'
import { testContext } from './context'
import { chipMaker } from './data'

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { companies: [chipMaker] } })
})
afterEach(() => standin.close())

const fetchShares = async (from?: string, over = {}) => {
  const key = '0001045810'
  const request = from === undefined ? { key } : { key, from }
  return (await revenueFeed('sec').fetchRevenue(request, testContext(standin.origin, over).ctx)).shares
}

test('share counts come with the revenue, of the day on the cover, known from the end of the filing day', async () => {
  const shares = await fetchShares()
  expect(shares?.rejected).toEqual([])
  expect(shares?.rows.map((row) => [row.asOf, row.shares, row.knownAt.toISOString()])).toEqual([
    // The 8-K of that evening does not tell it: 17:30 in New York, not 16:20.
    ['2024-05-24', '2460', '2024-05-29T21:30:00.000Z'],
    ['2024-08-23', '24530', '2024-08-28T21:30:00.000Z'],
    ['2025-05-23', '24400', '2025-05-28T21:30:00.000Z'],
    // The amendment that repeats the number is no restatement; the one with another number is.
    ['2025-05-23', '24388', '2025-06-02T21:30:00.000Z'],
  ])
  expect(shares?.rows[0]?.document).toBe(
    'https://www.sec.gov/Archives/edgar/data/1045810/000104581024052900/0001045810-24-052900-index.htm',
  )
})

test('they begin on the day asked for, and are known no later than the fetch', async () => {
  expect((await fetchShares('2025-01-01'))?.rows.map(({ asOf }) => asOf)).toEqual(['2025-05-23', '2025-05-23'])
  const now = () => new Date('2025-06-02T20:40:00Z')
  expect((await fetchShares('2025-01-01', { now }))?.rows.at(-1)?.knownAt).toEqual(now())
})

test('a company without them has none, and its revenue all the same', async () => {
  const { shareCounts: _none, ...company } = chipMaker
  standin.setData({ companies: [company] })
  expect(await fetchShares()).toEqual({ rows: [], rejected: [] })
})

test('another unit, a day that is none, and facts of another shape are refused with their payload and keep no revenue back', async () => {
  const [first] = chipMaker.shareCounts ?? []
  if (first === undefined) throw new Error('the chip maker has no share counts')
  const bad = [
    { ...first, unit: 'USD' },
    { ...first, end: '2024-02-30' },
  ]
  standin.setData({ companies: [{ ...chipMaker, shareCounts: bad }] })
  const shares = await fetchShares()
  expect(shares?.rows).toEqual([])
  expect(shares?.rejected).toMatchObject([
    { key: '2024-05-24', reason: 'in USD, expected shares', payload: { val: 2_460 } },
    { reason: 'end: expected a date YYYY-MM-DD', payload: { end: '2024-02-30' } },
  ])
  const body = JSON.stringify({
    facts: { dei: { EntityCommonStockSharesOutstanding: 7 }, 'us-gaap': { Revenues: { units: { USD: revenue } } } },
  })
  standin.set({ match: 'companyfacts', fault: { kind: 'status', status: 200, body } })
  const whole = await revenueFeed('sec').fetchRevenue({ key: '0001045810' }, testContext(standin.origin).ctx)
  expect(whole.rows.map(({ label }) => label)).toEqual(['FY2025-Q1'])
  expect(whole.shares).toMatchObject({
    rows: [],
    rejected: [{ payload: { EntityCommonStockSharesOutstanding: 7 } }],
  })
})

const revenue = (chipMaker.facts.Revenues ?? []).slice(0, 1)
