import { expect, test } from 'vitest'
import { titlesAlike, within } from '@/lib/api/events/alike'

test.each([
  ['DeepSeek names the UE8M0 format', 'DeepSeek names UE8M0 format', true],
  ['寒武纪发布半年报', '寒武纪发布半年度报告', true],
  ['寒武纪发布半年报', '寒武纪发布三季报', false],
  ['Nvidia reports Q2', 'Cambricon reports Q2', false],
  ['', '', false],
  ['A', 'A', false],
])('"%s" and "%s": alike %s', (one, other, alike) => {
  expect(titlesAlike(one, other)).toBe(alike)
})

test('spans are near each other whichever comes first, and at the ends of time', () => {
  const day = (start: string, end = start) => ({ start, end })
  expect(within(3, day('2025-08-21'), day('2025-08-24'))).toBe(true)
  expect(within(3, day('2025-08-25'), day('2025-08-21'))).toBe(false)
  expect(within(3, day('2025-08-01', '2025-08-31'), day('2025-08-15'))).toBe(true)
  expect(within(3, day('9999-12-31'), day('0001-01-01'))).toBe(false)
})
