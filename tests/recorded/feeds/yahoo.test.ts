import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { yahooBars } from '@/lib/feeds/yahoo'
import { testContext } from '../../feeds/context'
import { type Standin, startStandin } from '../../standin'
import { haveRecordings, recordedExchange } from './shared'

describe.skipIf(!haveRecordings)('what Yahoo once answered (skipped without ../shared)', () => {
  let standin: Standin
  beforeEach(async () => {
    standin = await startStandin()
  })
  afterEach(() => standin.close())

  /** Serves a recorded body over loopback and fetches it as the product does. */
  function fetchRecorded(file: string, symbol: string, from: string, to: string, timeZone = 'America/New_York') {
    const { status, body } = recordedExchange(`feeds/yahoo/${file}`)
    standin.set({ match: '/v8/finance/chart/', fault: { kind: 'status', status, body, type: 'application/json' } })
    const { ctx } = testContext(standin.origin)
    return yahooBars.fetchBars({ feedSymbol: symbol, mic: 'XNAS', timeZone, from, to }, ctx)
  }

  test('AAPL over its split and a dividend: dates kept through the end of daylight saving', async () => {
    const file = 'chart-AAPL-2020-08-31-to-2020-11-07.json'
    const got = await fetchRecorded(file, 'AAPL', '2020-08-31', '2020-11-06')
    expect(got.bars).toHaveLength(49)
    expect(got.bars[0]).toEqual({
      session: '2020-08-31',
      open: '127.580002',
      high: '131',
      low: '126',
      close: '129.039993',
      volume: 225_702_700n,
    })
    const sessions = got.bars.map(({ session }) => session)
    // The clocks changed on Sunday 1 November, and 7 September was a holiday.
    expect(sessions.filter((session) => session >= '2020-10-29')).toEqual([
      '2020-10-29',
      '2020-10-30',
      '2020-11-02',
      '2020-11-03',
      '2020-11-04',
      '2020-11-05',
      '2020-11-06',
    ])
    expect(sessions).not.toContain('2020-09-07')
    expect(got.actions).toEqual([
      { kind: 'split', exDate: '2020-08-31', numerator: 4, denominator: 1 },
      { kind: 'dividend', exDate: '2020-11-06', cash: '0.205', currency: 'USD' },
    ])
    expect(got.currency).toBe('USD')
    expect(got.rejected).toEqual([])
    expect(got.nullSessions).toEqual([])
  })

  test('BABA on one day', async () => {
    const got = await fetchRecorded('chart-BABA-2020-01-01-to-2020-01-03.json', 'BABA', '2020-01-01', '2020-01-03')
    expect(got.bars).toEqual([
      {
        session: '2020-01-02',
        open: '216.600006',
        high: '219.979996',
        low: '216.539993',
        close: '219.770004',
        volume: 15_873_500n,
      },
    ])
    expect(got.actions).toEqual([])
  })

  test('a currency pair, whose days begin at midnight in London', async () => {
    const file = 'chart-EURUSD=X-2020-01-01-to-2020-01-03.json'
    const got = await fetchRecorded(file, 'EURUSD=X', '2020-01-01', '2020-01-03', 'Europe/London')
    expect(got.bars.map(({ session }) => session)).toEqual(['2020-01-01', '2020-01-02', '2020-01-03'])
  })

  test('an empty range', async () => {
    const file = 'chart-AAPL-2025-02-01-to-2025-02-02-includePrePost-false-interval-1m.json'
    await expect(fetchRecorded(file, 'AAPL', '2025-02-01', '2025-02-02')).rejects.toMatchObject({ errorClass: 'empty' })
  })

  test('prices without timestamps are not the format', async () => {
    const file = 'chart-notimestamp-quotes-length.fake.json'
    const fetched = fetchRecorded(file, 'AAPL', '2020-01-01', '2020-01-03')
    await expect(fetched).rejects.toMatchObject({ errorClass: 'not-the-format' })
  })

  test('bars of another symbol than asked for are not the format', async () => {
    const fetched = fetchRecorded('chart-BABA-2020-01-01-to-2020-01-03.json', 'NVDA', '2020-01-01', '2020-01-03')
    await expect(fetched).rejects.toMatchObject({ errorClass: 'not-the-format' })
  })

  test('a 404 in the envelope of another of its services does not make a symbol unknown', async () => {
    const fetched = fetchRecorded('quoteSummary-assetProfile-ADH.json', 'ADH', '2020-01-01', '2020-01-03')
    await expect(fetched).rejects.toMatchObject({ errorClass: 'not-the-format' })
  })
})
