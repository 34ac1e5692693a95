import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairWithSessionBefore, pairWithSessionUpTo } from '@/lib/analytics/lag'
import { sessionClose, sessionOpen, sessionsBetween } from '@/lib/market/sessions'

/** Pairs as texts. */
function pairs(own: string[], other: string[], how: typeof pairWithSessionBefore): string[] {
  const { session, first, second } = how(own, other)
  expect(session).toEqual(first.map((i) => own[i]))
  return session.map((date, i) => `${date} <- ${other[second[i] ?? -1]}`)
}

describe('the New York lag', () => {
  test('Shanghai on a Monday has New York’s Friday; of two sessions after one in New York only the first is used', () => {
    // New York was closed on Monday, 2025-01-20.
    const shanghai = sessionsBetween('XSHG', '2025-01-17', '2025-01-22')
    const newYork = sessionsBetween('XNYS', '2025-01-16', '2025-01-22')
    expect(pairs(shanghai, newYork, pairWithSessionBefore)).toEqual([
      '2025-01-17 <- 2025-01-16',
      '2025-01-20 <- 2025-01-17',
      '2025-01-22 <- 2025-01-21',
    ])
  })

  test('New York has Shanghai’s session of its own date, and over a Golden Week none is used twice', () => {
    const shanghai = sessionsBetween('XSHG', '2025-09-29', '2025-10-09')
    const newYork = sessionsBetween('XNYS', '2025-09-29', '2025-10-09')
    expect(pairs(newYork, shanghai, pairWithSessionUpTo)).toEqual([
      '2025-09-29 <- 2025-09-29',
      '2025-09-30 <- 2025-09-30',
      '2025-10-09 <- 2025-10-09',
    ])
  })

  test('before the other’s first session there is no pair; columns out of order are refused', () => {
    expect(pairWithSessionBefore(['2025-01-02'], ['2025-01-02'])).toEqual({ session: [], first: [], second: [] })
    expect(pairWithSessionUpTo(['2025-01-02'], [])).toEqual({ session: [], first: [], second: [] })
    expect(() => pairWithSessionBefore(['2025-01-03', '2025-01-02'], [])).toThrow('2025-01-02 follows 2025-01-03')
    expect(() => pairWithSessionUpTo([], ['2025-01-03', '2025-01-03'])).toThrow('not ascending')
  })

  test('the other session has always closed before the own one opens, is the last such one, and is used once', () => {
    const days = fc.integer({ min: 0, max: 700 })
    const dayOf = (n: number) => new Date(Date.UTC(2024, 0, 2 + n)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (from, length) => {
        const [start, end] = [dayOf(from), dayOf(from + length)]
        const shanghai = sessionsBetween('XSHG', start, end)
        const newYork = sessionsBetween('XNYS', start, end)
        for (const [own, other, ownMic, otherMic, how] of [
          [shanghai, newYork, 'XSHG', 'XNYS', pairWithSessionBefore],
          [newYork, shanghai, 'XNYS', 'XSHG', pairWithSessionUpTo],
        ] as const) {
          const { first, second } = how(own, other)
          expect(new Set(second).size).toBe(second.length)
          for (const [k, i] of first.entries()) {
            const opens = sessionOpen(ownMic, own[i] ?? '')
            const at = second[k] ?? -1
            expect(sessionClose(otherMic, other[at] ?? '') < opens).toBe(true)
            const later = other[at + 1]
            if (later !== undefined) expect(sessionClose(otherMic, later) > opens).toBe(true)
          }
        }
      }),
    )
  })
})
