import { expect, test } from 'vitest'
import { revenueTexts } from '@/app/_ui/messages/revenue'
import { cambriconRevenue } from '@/prisma/seed/revenue/cambricon'

test('every word on how exact a figure is has its Chinese, with its numbers', () => {
  const { precision } = revenueTexts.zh
  const forms = [...cambriconRevenue.map((quarter) => quarter.precision), 'exact (120 of the year less 90)']
  expect(forms.map(precision).filter((text) => /[a-z]{2,}/.test(text))).toEqual([])
  expect(precision('difference of rounded figures: nine months 264 million, 3 significant figures')).toBe(
    '四舍五入数字之差：前三季度 264 百万，3 位有效数字',
  )
  expect(precision('exact (300.5 of the year to date less 100)')).toBe('精确（年初至今 300.5 减去 100）')
  expect(precision('something new')).toBe('something new')
})
