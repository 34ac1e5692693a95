import { describe, expect, test } from 'vitest'
import { marketState } from '@/lib/market/marketState'
import { tradingMinutes } from '@/lib/market/tradingTime'

const at = (text: string) => new Date(text)

describe('what an exchange does', () => {
  test.each([
    ['XSHG', '2026-07-22T09:29:59+08:00', 'pre'],
    ['XSHG', '2026-07-22T09:30:00+08:00', 'open'],
    ['XSHG', '2026-07-22T11:29:59+08:00', 'open'],
    ['XSHG', '2026-07-22T11:30:00+08:00', 'lunch'],
    ['XSHG', '2026-07-22T12:59:59+08:00', 'lunch'],
    ['XSHG', '2026-07-22T13:00:00+08:00', 'open'],
    ['XSHG', '2026-07-22T15:00:00+08:00', 'closed'],
    ['XSHG', '2026-07-25T10:00:00+08:00', 'closed'],
    // A half day has no afternoon, so no break before it.
    ['XHKG', '2026-12-24T12:30:00+08:00', 'closed'],
    ['XHKG', '2026-12-23T12:30:00+08:00', 'lunch'],
    ['XNAS', '2026-11-27T12:59:00-05:00', 'open'],
    ['XNAS', '2026-11-27T13:00:00-05:00', 'closed'],
    ['XNAS', '2026-07-22T12:00:00-04:00', 'open'],
    ['XSHG', '2031-07-22T10:00:00+08:00', 'unknown'],
  ] as const)('%s at %s: %s', (mic, moment, state) => {
    expect(marketState(mic, at(moment))).toBe(state)
  })
})

describe('minutes of trading', () => {
  test.each([
    ['within a morning', 'XSHG', '2026-07-22T10:00:00+08:00', '2026-07-22T10:20:00+08:00', 20],
    ['over the midday break', 'XSHG', '2026-07-22T11:20:00+08:00', '2026-07-22T13:05:00+08:00', 15],
    ['over a weekend', 'XSHG', '2026-07-24T14:50:00+08:00', '2026-07-27T09:35:00+08:00', 15],
    ['from the close to the next open', 'XNAS', '2026-07-22T16:00:00-04:00', '2026-07-23T09:30:00-04:00', 0],
    ['a whole session', 'XHKG', '2026-07-22T00:00:00+08:00', '2026-07-23T00:00:00+08:00', 330],
    ['a half day', 'XHKG', '2026-12-24T00:00:00+08:00', '2026-12-24T23:00:00+08:00', 150],
    ['backwards', 'XNAS', '2026-07-23T12:00:00-04:00', '2026-07-22T12:00:00-04:00', 0],
    ['beyond the calendar', 'XSHG', '2026-07-23T12:00:00+08:00', '2031-07-22T12:00:00+08:00', null],
  ] as const)('%s', (_, mic, from, to, minutes) => {
    expect(tradingMinutes(mic, at(from), at(to))).toBe(minutes)
  })
})
