import { describe, expect, test } from 'vitest'
import {
  formatChange,
  formatCompact,
  formatCount,
  formatNumber,
  formatPrice,
  formatSigned,
} from '@/app/_ui/format/number'
import { formats } from '@/app/_ui/format/useFormat'

describe('numbers', () => {
  test('carry separators, a fixed number of decimals and a true minus', () => {
    expect(formatNumber(1587.91)).toBe('1,587.91')
    expect(formatNumber(-1234.5, 1)).toBe('−1,234.5')
    expect(formatNumber(64765343, 0)).toBe('64,765,343')
  })

  test('a value that rounds to zero has no sign', () => {
    expect(formatNumber(-0.001)).toBe('0.00')
    expect(formatSigned(0.001)).toBe('0.00')
    expect(formatChange(-0.00001)).toBe('0.00%')
  })

  test('nothing is a dash, never NaN', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) expect(formatNumber(value)).toBe('–')
    expect(formatChange(null)).toBe('–')
    expect(formatCompact(null)).toBe('–')
  })

  test('changes are signed percent, without decimals from 1,000% on', () => {
    expect(formatChange(0.0123)).toBe('+1.23%')
    expect(formatChange(-0.2649, 1)).toBe('−26.5%')
    expect(formatChange(43.4782)).toBe('+4,348%')
  })

  test('prices below one keep four decimals', () => {
    expect(formatPrice(0.1234)).toBe('0.1234')
    expect(formatPrice(120.888)).toBe('120.89')
  })

  test('large amounts name their step', () => {
    expect(formatCompact(46_743_000_000)).toBe('46.74 bn')
    expect(formatCompact(-2_500_000, 1)).toBe('−2.5 m')
    expect(formatCompact(999)).toBe('999')
  })

  test('counts agree with their noun', () => {
    expect(formatCount(1, 'session')).toBe('1 session')
    expect(formatCount(1200, 'session')).toBe('1,200 sessions')
  })
})

describe('dates', () => {
  const {
    day: formatDay,
    moment: formatMoment,
    quarter: formatQuarter,
    span: formatSpan,
    window: formatWindow,
  } = formats.en

  test('days and months stay what they are, in any zone', () => {
    expect(formatDay('2025-09-18')).toBe('18 Sep 2025')
    expect(formatDay('2025-09')).toBe('September 2025')
    expect(formatDay(null)).toBe('–')
    expect(formatDay('soon')).toBe('soon')
  })

  test('moments are told in UTC to the minute', () => {
    expect(formatMoment('2025-04-15T21:22:59.000Z')).toBe('15 Apr 2025, 21:22 UTC')
    expect(formatMoment('2025-08-27T20:22Z')).toBe('27 Aug 2025, 20:22 UTC')
  })

  test('spans leave out a year said twice', () => {
    expect(formatSpan('2025-01', '2025-04')).toBe('January to April 2025')
    expect(formatSpan('2024-12', '2025-01')).toBe('December 2024 to January 2025')
    expect(formatSpan('2025-09-03', null)).toBe('3 Sep 2025')
  })

  test('windows and quarters are short', () => {
    expect(formatWindow('2026-Q1')).toBe('Q1 2026')
    expect(formatWindow('2027')).toBe('2027')
    expect(formatWindow(null)).toBe('no date given')
    expect(formatQuarter('FY2026-Q4')).toBe('Q4 FY26')
    expect(formatQuarter('2025-Q2')).toBe('Q2 25')
  })
})

describe('Chinese', () => {
  const { zh } = formats

  test('counts large amounts in 万, 亿 and 万亿', () => {
    expect(zh.compact(46_743_000_000)).toBe('467.43\u2009亿')
    expect(zh.compact(2_880_643)).toBe('288.06\u2009万')
    expect(zh.compact(-3_400_000_000_000, 1)).toBe('−3.4\u2009万亿')
    expect(zh.compact(9_999)).toBe('9,999')
    expect(zh.tick(2_400_000_000)).toBe('24\u2009亿')
  })

  test('writes days, months, spans, windows and quarters its own way', () => {
    expect(zh.day('2025-09-18')).toBe('2025年9月18日')
    expect(zh.day('2025-09')).toBe('2025年9月')
    expect(zh.moment('2026-11-24T02:18:00.000Z')).toBe('2026年11月24日 02:18 UTC')
    expect(zh.span('2025-01', '2025-04')).toBe('2025年1月至4月')
    expect(zh.span('2024-12-30', '2025-01-02')).toBe('2024年12月30日至2025年1月2日')
    expect(zh.window('2026-Q1')).toBe('2026年第一季度')
    expect(zh.window(null)).toBe('未给出日期')
    expect(zh.quarter('FY2026-Q4')).toBe('FY26Q4')
    expect(zh.quarter('2025-Q2')).toBe('25年Q2')
  })
})
