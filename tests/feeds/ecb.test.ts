import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transformHistory } from '@/lib/feeds/ecb'
import { ratesFeed } from '@/lib/feeds/registry'
import { type Standin, startStandin } from '../standin'
import { testContext } from './context'

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({
    data: {
      rates: [
        { date: '2025-08-27', rates: { USD: 1.1593, JPY: 171.4, CNY: 8.294, HKD: 9.0353 } },
        { date: '2025-08-28', rates: { USD: 1.1676, JPY: 171.55, CNY: 8.3266, HKD: null } },
      ],
    },
  })
})
afterEach(() => standin.close())

const quotes = ['USD', 'CNY', 'HKD']

describe('rates', () => {
  test('come ascending, only the quotes asked for, without what was not quoted', async () => {
    const { rows, rejected } = await ratesFeed.fetchRates(
      { quotes, from: '2025-01-01' },
      testContext(standin.origin).ctx,
    )
    expect(rejected).toEqual([])
    expect(rows.map(({ date, quote, rate }) => `${date} ${quote} ${rate}`)).toEqual([
      '2025-08-27 USD 1.1593',
      '2025-08-27 CNY 8.294',
      '2025-08-27 HKD 9.0353',
      '2025-08-28 USD 1.1676',
      '2025-08-28 CNY 8.3266',
    ])
    expect(new Set(rows.map(({ base }) => base))).toEqual(new Set(['EUR']))
  })

  test('begin where asked, and none since then is no failure', async () => {
    const { ctx } = testContext(standin.origin)
    expect((await ratesFeed.fetchRates({ quotes, from: '2025-08-28' }, ctx)).rows).toHaveLength(2)
    expect(await ratesFeed.fetchRates({ quotes, from: '2025-08-29' }, ctx)).toEqual({ rows: [], rejected: [] })
  })

  test('keep their text: no float has touched them', () => {
    const { rows } = transformHistory('Date,USD,\r\n2025-01-02,1.0300,\r\n', { quotes: ['USD'], from: '2025-01-01' })
    expect(rows[0]?.rate).toBe('1.0300')
  })

  test('that cannot be read are refused line by line', () => {
    const csv = 'Date,USD,CNY,\n2025-01-03,abc,7.5,\n2 January 2025,1.03,7.5,\n2025-01-02,1.0\n2025-01-03,1.1,7.6,\n'
    const { rows, rejected } = transformHistory(csv, { quotes: ['USD', 'CNY'], from: '2025-01-01' })
    expect(rows.map(({ date, quote }) => `${date} ${quote}`)).toEqual(['2025-01-03 CNY'])
    expect(rejected.map(({ key }) => key)).toEqual(['2025-01-03 USD', '2 January 2025', '2025-01-02', '2025-01-03'])
  })
})

describe('failures', () => {
  test.each([
    ['Currency,USD\n', /header/],
    ['Date,USD,\n', /without any day/],
    ['Date,JPY,\n2025-01-02,160,\n', /no column of USD/],
    ['', /header/],
  ])('the file %j is not the format', (csv, message) => {
    expect(() => transformHistory(csv, { quotes: ['USD'], from: '2025-01-01' })).toThrow(
      expect.objectContaining({ errorClass: 'not-the-format', message: expect.stringMatching(message) }),
    )
  })

  test('a page with 200 is not the format, tried twice', async () => {
    standin.set({ match: 'eurofxref', fault: { kind: 'html' } })
    const fetched = ratesFeed.fetchRates({ quotes, from: '2025-01-01' }, testContext(standin.origin).ctx)
    await expect(fetched).rejects.toMatchObject({ errorClass: 'not-the-format', feed: 'ecb' })
    expect(standin.requests).toHaveLength(2)
  })
})
