import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { transformReports } from '@/lib/feeds/eastmoneyData'
import { revenueFeed } from '@/lib/feeds/registry'
import type { FeedErrorClass } from '@/lib/feeds/types'
import { type Fault, type Standin, startStandin } from '../standin'
import { testContext } from './context'
import { reports } from './data'

let standin: Standin
beforeEach(async () => {
  standin = await startStandin({ data: { reports } })
})
afterEach(() => standin.close())

const fetchAll = (from?: string, key = '688256') =>
  revenueFeed('eastmoney-data').fetchRevenue(
    from === undefined ? { key } : { key, from },
    testContext(standin.origin).ctx,
  )

const row = (REPORTDATE: string, NOTICE_DATE: string, TOTAL_OPERATE_INCOME: unknown, SECURITY_CODE = '688256') => ({
  SECURITY_CODE,
  REPORTDATE,
  NOTICE_DATE,
  TOTAL_OPERATE_INCOME,
})

describe('quarters', () => {
  test('are the year to date differenced, to the cent', async () => {
    const { rows } = await fetchAll()
    expect(rows.map((r) => [r.label, r.periodStart, r.periodEnd, r.value, r.derived])).toEqual([
      ['2024-Q1', '2024-01-01', '2024-03-31', '25667000', false],
      ['2024-Q2', '2024-04-01', '2024-06-30', '39098343.16', true],
      ['2025-Q1', '2025-01-01', '2025-03-31', '1111398926.8', false],
      ['2025-Q2', '2025-04-01', '2025-06-30', '1769244544.29', true],
      ['2025-Q3', '2025-07-01', '2025-09-30', '1726780892.57', true],
    ])
    expect(rows[3]).toMatchObject({
      currency: 'CNY',
      filed: '2025-08-27',
      precision: 'exact (2880643471.09 of the year to date less 1111398926.8)',
    })
  })

  test('are not told from a report whose predecessor is missing', async () => {
    const { rejected } = await fetchAll()
    expect(rejected).toMatchObject([{ key: '2024-Q4', payload: { TOTAL_OPERATE_INCOME: 1_174_464_376.51 } }])
    expect(rejected[0]?.reason).toMatch(/no report to 2024-09-30/)
  })

  test('are known only when the day of the notice has ended in Shanghai', async () => {
    const { rows } = await fetchAll('2025-04-01')
    expect(rows.map((r) => r.knownAt.toISOString())).toEqual(['2025-08-27T16:00:00.000Z', '2025-10-18T16:00:00.000Z'])
  })

  test('noted today, or dated tomorrow though out this evening, are known since the fetch, never from the future', async () => {
    for (const noticeDate of ['2026-08-10', '2026-08-11']) {
      standin.setData({ reports: [{ code: '688256', reportDate: '2026-03-31', noticeDate, yearToDate: 1 }] })
      expect((await fetchAll()).rows[0]?.knownAt.toISOString()).toBe('2026-08-10T12:00:00.000Z')
    }
  })

  test('begin where asked and still use the report before', async () => {
    const { rows, rejected } = await fetchAll('2025-04-01')
    expect(rows.map(({ label }) => label)).toEqual(['2025-Q2', '2025-Q3'])
    expect(rejected).toEqual([])
  })

  test('span pages', async () => {
    const many = Array.from({ length: 70 }, (_, i) => ({
      code: '600001',
      reportDate: `${2000 + i}-03-31`,
      noticeDate: `${2000 + i}-04-30`,
      yearToDate: i,
    }))
    standin.setData({ reports: many })
    expect((await fetchAll(undefined, '600001')).rows).toHaveLength(70)
    expect(standin.requests).toHaveLength(2)
  })
})

describe('rows', () => {
  const transform = (...rows: unknown[]) =>
    transformReports({ code: '688256', rows, fetchedAt: new Date('2026-08-10T12:00:00Z') }, undefined)

  test('that cannot be read or are of another company are refused with their payload', () => {
    const { rows, rejected } = transform(
      row('2025-03-31', '2025-04-19', null),
      row('2025-03-30', '2025-04-19', 1),
      row('2025-06-30', '2025-08-27', 2, '688981'),
    )
    expect(rows).toEqual([])
    expect(rejected.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^TOTAL_OPERATE_INCOME: /),
      'REPORTDATE: expected the last day of a quarter',
      'a report of 688981',
    ])
  })

  test('that differ for one period give no quarter, and neither does the next', () => {
    const { rows, rejected } = transform(
      row('2025-03-31', '2025-04-19', 10),
      row('2025-03-31', '2025-04-19', 11),
      row('2025-06-30', '2025-08-27', 30),
    )
    expect(rows).toEqual([])
    expect(rejected.map(({ key }) => key)).toEqual(['2025-Q1', '2025-Q1', '2025-Q2'])
  })

  test('that would give a quarter below zero are refused', () => {
    const { rows, rejected } = transform(row('2025-03-31', '2025-04-19', 10), row('2025-06-30', '2025-08-27', 9))
    expect(rows).toHaveLength(1)
    expect(rejected[0]?.reason).toMatch(/is less than/)
  })

  test('are known when the later of the two reports was, as with an annual report out with the first quarter', () => {
    const { rows } = transform(row('2025-03-31', '2025-09-01', 10), row('2025-06-30', '2025-08-27', 30))
    expect(rows[1]?.filed).toBe('2025-09-01')
  })
})

describe('failures', () => {
  const coded = (code: number): Fault => ({
    kind: 'status',
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ version: null, result: null, success: false, message: 'x', code }),
  })
  const cases: [string, Fault, FeedErrorClass, RegExp, number][] = [
    ['code 9201', coded(9201), 'empty', /no reports of 688256 \(code 9201/, 1],
    ['code 9501', coded(9501), 'not-the-format', /code 9501/, 2],
    ['code 9701', coded(9701), 'rate-limited', /too busy/, 3],
    ['a closed socket', { kind: 'closed' }, 'unreachable', /reports of 688256/, 3],
    ['an HTML page', { kind: 'html' }, 'not-the-format', /HTML page/, 2],
    ['another shape', { kind: 'status', status: 200, body: '{"success":true}' }, 'not-the-format', /at result/, 1],
  ]
  test.each(cases)('%s', async (_name, fault, errorClass, message, requests) => {
    standin.set({ match: 'RPT_LICO_FN_CPD', fault })
    await expect(fetchAll()).rejects.toMatchObject({ errorClass, message: expect.stringMatching(message) })
    expect(standin.requests).toHaveLength(requests)
  })

  test('a code it has nothing of, and a key that is no code', async () => {
    await expect(fetchAll(undefined, '600519')).rejects.toMatchObject({ errorClass: 'empty' })
    await expect(fetchAll(undefined, '688256.SS")(')).rejects.toMatchObject({ errorClass: 'unknown-symbol' })
    expect(standin.requests).toHaveLength(1)
  })
})
