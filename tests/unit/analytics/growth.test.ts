import { describe, expect, test } from 'vitest'
import { yearEarlier, yearOnYear } from '@/lib/analytics/growth'

describe('the same quarter a year earlier', () => {
  test('keeps the form of the label', () => {
    expect(yearEarlier('2025-Q2')).toBe('2024-Q2')
    expect(yearEarlier('FY2026-Q4')).toBe('FY2025-Q4')
  })

  test('is not known for what is no quarter', () => {
    for (const label of ['2025', '2025-Q5', 'FY26-Q1', 'Q1-2025', '']) expect(yearEarlier(label)).toBeNull()
  })
})

describe('growth year on year', () => {
  test('is a fraction found by label, not by place', () => {
    expect(yearOnYear(['2024-Q1', '2025-Q1', '2024-Q3', '2025-Q3'], [10, 15, 8, 4])).toEqual([null, 0.5, null, -0.5])
  })

  test('does not mix fiscal and calendar quarters', () => {
    expect(yearOnYear(['2024-Q1', 'FY2025-Q1'], [10, 15])).toEqual([null, null])
  })

  test('is null on a base of zero or less, and for unequal columns refused', () => {
    expect(yearOnYear(['2024-Q1', '2025-Q1'], [0, 15])).toEqual([null, null])
    expect(yearOnYear(['2024-Q1', '2025-Q1'], [-1, 15])).toEqual([null, null])
    expect(() => yearOnYear(['2024-Q1'], [])).toThrow('1 labels have 0 values')
  })
})
