import { describe, expect, test } from 'vitest'
import { refreshOptions } from '../../../jobs/refresh/options'
import { jsonSummary, overallOutcome, textSummary } from '../../../jobs/refresh/summary'

const today = '2026-11-24'

describe('the command line of npm run refresh', () => {
  test('without options it is bars, revenue and rates; with a listing that listing’s bars and revenue', () => {
    expect(refreshOptions([], today)).toEqual({
      jobs: ['bars', 'revenue', 'fx'],
      listing: undefined,
      from: undefined,
      json: false,
    })
    expect(refreshOptions(['--listing', 'NVDA', '--json'], today)).toMatchObject({
      jobs: ['bars', 'revenue'],
      json: true,
    })
    expect(refreshOptions(['--job', 'actions', '--from', '2024-01-02'], today)).toMatchObject({
      jobs: ['actions'],
      from: '2024-01-02',
    })
  })

  test.each([
    [['--job', 'quotes', '--from', '2026-07-01'], /--from does not go with --job quotes/],
    [['--job', 'prices'], /--job prices: expected one of bars, actions, revenue, fx/],
    [['--since', '2024-01-02'], /--since/],
    [['--colour'], /--colour/],
    [['--from', 'yesterday'], /--from yesterday: expected a calendar date/],
    [['NVDA'], /NVDA/],
    [['--from', '2026-02-30'], /--from 2026-02-30: expected a calendar date/],
    [['--from', '2026-11-25'], /--from 2026-11-25: expected a day that has come/],
    [['--job', 'fx', '--listing', 'NVDA'], /--listing does not go with --job fx/],
    [['--job', 'revenue', '--from', '2024-01-02'], /--from does not go with --job revenue/],
  ])('%j is refused with its name', (args, message) => {
    expect(() => refreshOptions(args, today)).toThrow(message)
  })
})

const row = {
  job: 'bars',
  subject: 'NVDA',
  feed: 'yahoo',
  added: 3,
  changed: 0,
  unchanged: 5,
  held: 0,
  newActions: 0,
  error: null,
} as const
const failed = {
  ...row,
  subject: 'BABA',
  added: 0,
  unchanged: 0,
  error: { class: 'timeout', message: 'Yahoo did not answer' },
} as const

describe('the summary', () => {
  test('names every attempt with its counts and its error in plain words', () => {
    const text = textSummary([{ runId: 'r1', job: 'bars', outcome: 'partly', rows: [row, failed] }])
    expect(text).toMatch(/bars +NVDA +yahoo +3 +0 +5 +0$/m)
    expect(text).toMatch(/bars +BABA +yahoo +0 +0 +0 +0 {2}Yahoo did not answer$/m)
    expect(text).toContain('1 of 2 attempts failed; what is stored was kept')
  })

  test('as JSON is one document with run ids, outcome and rows', () => {
    const json = JSON.parse(jsonSummary([{ runId: 'r1', job: 'bars', outcome: 'partly', rows: [row, failed] }]))
    expect(json).toMatchObject({ runs: ['r1'], outcome: 'partly', rows: [row, failed] })
  })

  test('several runs have failed only when all did', () => {
    expect(overallOutcome([{ outcome: 'failed' }, { outcome: 'failed' }])).toBe('failed')
    expect(overallOutcome([{ outcome: 'failed' }, { outcome: 'succeeded' }])).toBe('partly')
    expect(overallOutcome([{ outcome: 'succeeded' }, { outcome: 'interrupted' }])).toBe('interrupted')
  })
})
