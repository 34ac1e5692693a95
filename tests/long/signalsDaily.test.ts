import { expect, test } from 'vitest'
import { replayDays } from '../store/signals/replayDays'

test('two months of evaluations, two at once each day, tell every cause once and what one evaluation at the end tells', async () => {
  const { toldTwice, daily, atOnce } = await replayDays({ from: '2025-08-01', to: '2025-09-26' })
  expect(toldTwice).toEqual([])
  expect(daily).toEqual(atOnce)
  expect(daily.some(({ cause }) => cause === '688256.SS 2025-08-22')).toBe(true)
})
