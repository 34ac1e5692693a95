import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { revenueFeed } from '@/lib/feeds/registry'
import { fiscalQuarterLabel, fiscalYearEnd } from '@/lib/feeds/sec/fiscalYear'
import { acceptanceMoment } from '@/lib/feeds/sec/knownAt'
import type { FeedErrorClass } from '@/lib/feeds/types'
import { type Fault, type Standin, startStandin } from '../standin'
import { testContext } from './context'
import { chipMaker } from './data'

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { companies: [chipMaker] } })
})
afterEach(() => standin.close())

const key = '0001045810'
const fetchAll = (over = {}, from?: string) =>
  revenueFeed('sec').fetchRevenue(from === undefined ? { key } : { key, from }, testContext(standin.origin, over).ctx)

describe('quarters', () => {
  test('are those the filings state, the fourth derived, labels told from the period', async () => {
    const { rows, rejected } = await fetchAll()
    expect(rejected).toEqual([])
    expect(rows.map((row) => [row.label, row.periodStart, row.value, row.derived])).toEqual([
      ['FY2025-Q1', '2024-01-29', '100', false],
      ['FY2025-Q2', '2024-04-29', '110', false],
      ['FY2025-Q2', '2024-04-29', '111', false],
      ['FY2025-Q3', '2024-07-29', '120', false],
      ['FY2025-Q4', '2024-10-28', '140', true],
      ['FY2026-Q1', '2025-01-27', '150', false],
      ['FY2026-Q2', '2025-04-28', '160', false],
    ])
    expect(rows[4]?.precision).toBe('exact (470 of the year less 330)')
    expect(rows[4]?.document).toBe(
      'https://www.sec.gov/Archives/edgar/data/1045810/000104581025022600/0001045810-25-022600-index.htm',
    )
  })

  test('are known from the results 8-K, a restatement from the filing that makes it', async () => {
    const { rows } = await fetchAll()
    expect(rows.map((row) => [row.label, row.knownAt.toISOString()])).toEqual([
      // No 8-K of those days: by the end of the filing day in New York.
      ['FY2025-Q1', '2024-05-29T21:30:00.000Z'],
      // The forecast of 8 August is passed over.
      ['FY2025-Q2', '2024-08-28T20:20:00.000Z'],
      ['FY2025-Q2', '2025-08-27T21:30:00.000Z'],
      ['FY2025-Q3', '2024-11-20T22:30:00.000Z'],
      // 16:21 with a Z that is New York's clock.
      ['FY2025-Q4', '2025-02-26T21:21:05.000Z'],
      ['FY2026-Q1', '2025-05-28T20:20:00.000Z'],
      ['FY2026-Q2', '2025-08-27T20:22:10.000Z'],
    ])
  })

  test('begin where asked', async () => {
    const { rows } = await fetchAll({}, '2025-01-27')
    expect(rows.map(({ label }) => label)).toEqual(['FY2026-Q1', 'FY2026-Q2'])
  })

  test('come from the tag that reaches furthest, never mixed', async () => {
    const { Revenues = [], ...frozen } = chipMaker.facts
    const moved = { ...frozen, RevenueFromContractWithCustomerExcludingAssessedTax: Revenues, Revenues: [] }
    standin.setData({ companies: [{ ...chipMaker, facts: moved }] })
    expect((await fetchAll()).rows.at(-1)?.value).toBe('160')
  })

  test('a year without its nine months has no fourth quarter, and says so', async () => {
    const Revenues = (chipMaker.facts.Revenues ?? []).filter(({ val }) => val !== 330)
    standin.setData({ companies: [{ ...chipMaker, facts: { Revenues } }] })
    const { rows, rejected } = await fetchAll()
    expect(rows.map(({ label }) => label)).not.toContain('FY2025-Q4')
    expect(rejected).toMatchObject([{ key: 'FY2025-Q4', payload: { val: 470 } }])
    expect(rejected[0]?.reason).toMatch(/nine months from 2024-01-29/)
  })

  test('facts that cannot be read are refused with their payload', async () => {
    const broken = { ...chipMaker.facts.Revenues?.[0], start: '2024-02-30', end: '2024-04-28' }
    const Revenues = [...(chipMaker.facts.Revenues ?? []), { val: 1, accn: '', form: '', filed: '', ...broken }]
    standin.setData({ companies: [{ ...chipMaker, facts: { Revenues } }] })
    const { rejected } = await fetchAll()
    expect(rejected).toMatchObject([{ reason: 'start: expected a date YYYY-MM-DD', payload: { start: '2024-02-30' } }])
  })

  test('filed today are known since the fetch, never from the future', async () => {
    const { filings: _none, ...company } = chipMaker
    standin.setData({ companies: [company] })
    const now = () => new Date('2025-08-27T20:45:00Z')
    expect((await fetchAll({ now })).rows.at(-1)?.knownAt).toEqual(now())
  })

  test('without submissions are known from the end of the filing day', async () => {
    const { filings: _none, ...company } = chipMaker
    standin.setData({ companies: [company] })
    expect((await fetchAll()).rows.at(-1)?.knownAt.toISOString()).toBe('2025-08-27T21:30:00.000Z')
  })
})

describe('failures', () => {
  const page = (text: string, status: number): Fault => ({ kind: 'status', status, body: text, type: 'text/html' })
  const cases: [string, Fault, FeedErrorClass, RegExp, number][] = [
    ['a rate over its threshold', page('<h1>Request Rate Threshold Exceeded</h1>', 403), 'rate-limited', /ten min/, 1],
    ['the same with 200', page('<h1>Request Rate Threshold Exceeded</h1>', 200), 'rate-limited', /ten minutes/, 1],
    ['an undeclared tool', page('<p>Undeclared Automated Tool</p>', 403), 'refused', /set CONTACT/, 1],
    ['a closed socket', { kind: 'closed' }, 'unreachable', /company facts of CIK 0001045810/, 3],
    ['another shape', page('{"facts":{}}', 200), 'not-the-format', /at facts\.us-gaap/, 2],
  ]
  test.each(cases)('%s', async (_name, fault, errorClass, message, requests) => {
    standin.set({ match: 'companyfacts', fault })
    await expect(fetchAll()).rejects.toMatchObject({ errorClass, message: expect.stringMatching(message) })
    expect(standin.requests).toHaveLength(requests)
  })

  test('a company it does not have, and a key that is no CIK', async () => {
    standin.setData({ companies: [] })
    await expect(fetchAll()).rejects.toMatchObject({ errorClass: 'unknown-symbol' })
    const { ctx } = testContext(standin.origin)
    for (const key of ['NVDA', '0000320193']) {
      const fetched = revenueFeed('sec').fetchRevenue({ key }, ctx)
      await expect(fetched).rejects.toMatchObject({ errorClass: 'unknown-symbol' })
    }
  })

  test('a contact the SEC cannot use is refused', async () => {
    await expect(fetchAll({ contact: 'nobody' })).rejects.toMatchObject({ errorClass: 'refused' })
  })

  test('submissions that fail fail the whole, so that no moment is guessed', async () => {
    standin.set({ match: 'submissions', fault: { kind: 'html' } })
    await expect(fetchAll()).rejects.toMatchObject({ errorClass: 'not-the-format' })
  })
})

describe('the fiscal calendar', () => {
  test.each([
    [2023, '2023-01-29'],
    [2024, '2024-01-28'],
    [2026, '2026-01-25'],
    [2027, '2027-01-31'],
  ])('year %i ends on %s', (year, end) => {
    expect(fiscalYearEnd(year, { month: 1, weekday: 7 })).toBe(end)
  })

  test.each([
    ['2022-05-01', 'FY2023-Q1'],
    ['2026-01-25', 'FY2026-Q4'],
    ['2026-07-26', 'FY2027-Q2'],
    // Fiscal 2027 has 53 weeks, the last one more than the others.
    ['2026-10-25', 'FY2027-Q3'],
    ['2027-01-31', 'FY2027-Q4'],
    ['2026-03-15', null],
  ])('the period to %s is %j', (end, label) => {
    expect(fiscalQuarterLabel(end, { month: 1, weekday: 7 })).toBe(label)
  })
})

describe('an acceptance time', () => {
  test.each([
    ['2025-11-19T21:20:44.000Z', '2025-11-19T21:20:44.000Z'],
    ['2026-02-25T16:31:25.000Z', '2026-02-25T21:31:25.000Z'],
    ['2025-08-27T20:22:10.000Z', '2025-08-27T20:22:10.000Z'],
    // Neither reading is after the close: the later one.
    ['2025-06-10T12:00:00.000Z', '2025-06-10T16:00:00.000Z'],
    ['2025-06-10', undefined],
  ])('%s is %s', (text, moment) => {
    expect(acceptanceMoment(text)?.toISOString()).toBe(moment)
  })
})
