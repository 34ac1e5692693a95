import { describe, expect, test } from 'vitest'
import type { FeedBar } from '@/lib/feeds/types'
import { softRules } from '@/lib/ingest/soft'
import { allowance, robustSigma } from '@/lib/ingest/softScale'
import { splitShape } from '@/lib/ingest/softShapes'
import { sessionsBetween } from '@/lib/market/sessions'
import { type BundledSeries, bundledSeries, rescaled, seriesOf } from './bundledSeries'

const symbols = bundledSeries.map(({ listing }) => listing.symbol)

/** Feeds a series row after row, as daily refreshes would: each against the 251 stored before it. */
function rowAfterRow({ listing, bars, actions }: BundledSeries, known = actions) {
  const stored: FeedBar[] = []
  const held = []
  for (const bar of bars) {
    const result = softRules([bar], { listing, stored: stored.slice(-251), actions: known })
    held.push(...result.held)
    stored.push(...result.accepted)
  }
  return held.map(({ bar, reason }) => `${bar.session} ${reason}`)
}

/** The bars of the middle of a series as an answer to a refresh, with a range of them rescaled. */
function answered(symbol: string, factor: number, days = Number.POSITIVE_INFINITY) {
  const series = seriesOf(symbol)
  const at = Math.floor(series.bars.length * 0.6)
  const session = series.bars[at]?.session ?? ''
  const last = series.bars[Math.min(at + days, series.bars.length) - 1]?.session
  const candidates = rescaled(series.bars.slice(at - 5), factor, session, last)
  const stored = series.bars.slice(Math.max(0, at - 256), at)
  return { session, candidates, ...softRules(candidates, { ...series, stored }) }
}

describe('the soft rules', () => {
  test.each(symbols)('hold back no real row of %s, fed row after row', (symbol) => {
    expect(rowAfterRow(seriesOf(symbol))).toEqual([])
  })

  test.each(symbols)(
    'hold back no real row of %s, fed as one answer without anything stored or a known first day',
    (symbol) => {
      const { listing, bars, actions } = seriesOf(symbol)
      const around = { listing: { ...listing, listedOn: null }, stored: [], actions }
      expect(softRules(bars, around).held).toEqual([])
    },
  )

  test.each([
    ['NVDA', '2024-06-10', 'a split of about 10 for 1'],
    ['688256.SS', '2026-05-08', 'beyond the 20 %'],
  ])('hold %s from its split of %s on when nobody announced it, and say %s', (symbol, exDate, words) => {
    const series = seriesOf(symbol)
    const stored = series.bars.filter(({ session }) => session < exDate)
    const candidates = series.bars.filter(({ session }) => session >= exDate)
    const actions = series.actions.filter((action) => action.kind === 'dividend')
    const { accepted, held } = softRules(candidates, { ...series, stored, actions })
    expect(accepted).toEqual([])
    expect(held).toHaveLength(candidates.length)
    expect(held[0]?.reason).toContain(words)
    expect(held[1]?.reason).toContain(`on the level of ${exDate}`)
    // Every row on its own as well: nothing slips in on a later day.
    const oneByOne = candidates.slice(0, 30).map((bar) => softRules([bar], { ...series, stored, actions }).held.length)
    expect(oneByOne[0]).toBe(1)
  })

  test.each(symbols.flatMap((symbol) => [0.1, 1 / 1.49, 100, 0.01, 2].map((factor) => [symbol, factor] as const)))(
    'hold %s from the day on which its level is times %d, to the end',
    (symbol, factor) => {
      const { accepted, held, session, candidates } = answered(symbol, factor)
      expect(accepted.map((bar) => bar.session)).toEqual(
        candidates.filter((bar) => bar.session < session).map((bar) => bar.session),
      )
      expect(held.map(({ bar }) => bar.session)).toEqual(
        candidates.filter((bar) => bar.session >= session).map((bar) => bar.session),
      )
    },
  )

  test.each(symbols)('hold a single fat-fingered close of %s, times 2, and believe the next day', (symbol) => {
    const { accepted, held, session, candidates } = answered(symbol, 2, 1)
    expect(held.map(({ bar }) => bar.session)).toEqual([session])
    expect(accepted).toHaveLength(candidates.length - 1)
  })

  test('a row that is stored as it comes is never held: what an admin released stays', () => {
    const series = seriesOf('NVDA')
    const odd = rescaled(series.bars, 2, '2025-06-10', '2025-06-10')
    expect(softRules(odd.slice(-320), { ...series, stored: series.bars }).held.map(({ bar }) => bar.session)).toEqual([
      '2025-06-10',
    ])
    expect(softRules(odd.slice(-320), { ...series, stored: odd }).held).toEqual([])
  })

  test('the sixth of identical bars is held and those after it, five are not; another volume ends the run', () => {
    const listing = { symbol: '0981.HK', mic: 'XHKG' as const, kind: 'equity' as const, listedOn: '2004-03-18' }
    const sessions = sessionsBetween('XHKG', '2026-03-02', '2026-03-13')
    const flat = sessions.map((session) => ({ session, open: '20', high: '20', low: '20', close: '20', volume: 0n }))
    const around = { listing, stored: [], actions: [] }
    expect(softRules(flat, around).held.map(({ bar }) => bar.session)).toEqual(sessions.slice(5))
    const lively = flat.map((bar, i) => ({ ...bar, volume: i % 4 === 0 ? 100n : 0n }))
    expect(softRules(lively, around).held).toEqual([])
    const later = softRules(flat.slice(5, 6), { ...around, stored: flat.slice(0, 5) })
    expect(later.held[0]?.reason).toContain('6th bar in a row')
  })

  test('in the first five sessions of a listing only a factor of three stands out', () => {
    const { listing, bars, actions } = seriesOf('688795.SS')
    const wild = rescaled(bars.slice(0, 3), 1.9, bars[1]?.session ?? '', bars[1]?.session)
    expect(softRules(wild, { listing, stored: [], actions }).held).toEqual([])
    expect(softRules(wild, { listing: { ...listing, listedOn: '2020-01-02' }, stored: [], actions }).held).toHaveLength(
      1,
    )
    const unit = rescaled(bars.slice(0, 3), 100, bars[1]?.session ?? '')
    expect(softRules(unit, { listing, stored: [], actions }).held).toHaveLength(2)
  })
})

describe('the scale of a series', () => {
  test('is the median absolute deviation times 1.4826, and does not follow one outlier', () => {
    const returns = Array.from({ length: 21 }, (_, i) => (i - 10) / 1000)
    expect(robustSigma(returns)).toBeCloseTo(0.005 * 1.4826, 12)
    expect(robustSigma([...returns.slice(0, 20), 5])).toBeCloseTo(0.005 * 1.4826, 12)
    expect(robustSigma(returns.slice(0, 19))).toBeNull()
  })

  test('a quiet series has the floor, a lively one 8 deviations, a Shanghai one the limit of its board', () => {
    const free = false
    const listing = (symbol: string, mic: 'XSHG' | 'XNAS', kind: 'equity' | 'index' = 'equity') => ({
      symbol,
      mic,
      kind,
    })
    const of = (l: ReturnType<typeof listing>, sigma: number) => allowance(l, { sigma, sessions: 1, free })
    expect(of(listing('AMD', 'XNAS'), 0.001).up).toBe(0.3)
    expect(of(listing('^IXIC', 'XNAS', 'index'), 0.001).up).toBe(0.15)
    expect(of(listing('AMD', 'XNAS'), 0.05).up).toBeCloseTo(0.4, 12)
    expect(of(listing('688256.SS', 'XSHG'), 0.05).up).toBeCloseTo(Math.log(1.23), 12)
    expect(of(listing('600519.SS', 'XSHG'), 0.05).down).toBeCloseTo(-Math.log(0.87), 12)
    const halted = allowance(listing('AMD', 'XNAS'), { sigma: 0.001, sessions: 4, free })
    expect(halted.up).toBeCloseTo(0.6, 12)
  })
})

describe('the shape of a split', () => {
  test.each([
    [Math.log(10), Math.log(9.7), { numerator: 10, denominator: 1 }],
    [Math.log(1.49), Math.log(1.45), { numerator: 149, denominator: 100 }],
    [-Math.log(8), -Math.log(8.2), { numerator: 1, denominator: 8 }],
  ])('a fall of %d at the open and %d at the close', (open, close, shape) => {
    expect(splitShape({ open, close })).toEqual(shape)
  })

  test('none without a gap at the open, for a price that came back, or between two shapes', () => {
    expect(splitShape({ open: 0, close: Math.log(2) })).toBeNull()
    expect(splitShape({ open: Math.log(2), close: 0.1 })).toBeNull()
    expect(splitShape({ open: Math.log(2.2), close: Math.log(2.2) })).toBeNull()
    expect(splitShape({ open: -Math.log(100), close: -Math.log(100) })).not.toBeNull()
  })
})
