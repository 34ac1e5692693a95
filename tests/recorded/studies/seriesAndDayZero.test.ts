import { describe, expect, test } from 'vitest'
import { dayZeroInput, dayZeroResult } from '@/lib/studies/case/dayZeroCase'
import { seriesInput, seriesResult } from '@/lib/studies/case/seriesCase'
import { expectWithin, haveCases, referenceCase } from './cases'

describe.skipIf(!haveCases)('reference cases (skipped without ../shared)', () => {
  test('p08: cumulated return, drawdown, volatility and annual return of nine days', () => {
    const reference = referenceCase('p08-series-empyrical')
    const got = seriesResult(seriesInput.parse(reference.input))
    expect(expectWithin(got, reference)).toBe(12)
  })

  test('p09: day 0 and phase of every event on both exchanges', () => {
    const reference = referenceCase('p09-day0-mapping')
    const got = dayZeroResult(dayZeroInput.parse(reference.input))
    expect(expectWithin(got, reference)).toBeGreaterThanOrEqual(25)
  })
})
