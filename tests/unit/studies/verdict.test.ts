import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairedValues, pairingOf } from '@/lib/studies/event/pairing'
import { eventVerdict } from '@/lib/studies/event/verdict'

const tested = (pHolm: number, placeboHolm: number, p = placeboHolm, floor = 0.001) => ({
  pHolm,
  placeboHolm,
  placebo: { p, floor },
})

describe('the verdict of a headline', () => {
  test.each([
    ['both under 5 %', tested(0.01, 0.04), 'moved'],
    ['p at 5 %', tested(0.05, 0.001), 'no-detectable-move'],
    ['placebo p at 5 %', tested(0.001, 0.05), 'no-detectable-move'],
    ['both over', tested(0.4, 0.4), 'no-detectable-move'],
    ['as far as placebo days can say, which is not far enough', tested(0.01, 0.06, 0.03, 0.03), 'cannot-be-decided'],
    ['no placebo days at all', tested(0.01, 1, 1, 1), 'cannot-be-decided'],
    ['no placebo days, and no move to confirm', tested(0.3, 1, 1, 1), 'no-detectable-move'],
    ['no test', null, 'cannot-be-decided'],
  ] as const)('%s', (_, test_, expected) => {
    expect(eventVerdict(test_)).toBe(expected)
  })

  test('is never *moved* unless both are under 5 %', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(p, p, p, p, (pHolm, placeboHolm, placebo, floor) => {
        const verdict = eventVerdict(tested(pHolm, placeboHolm, placebo, floor))
        expect(verdict === 'moved').toBe(pHolm < 0.05 && placeboHolm < 0.05)
      }),
    )
  })
})

describe('pairing the sessions of two exchanges', () => {
  const shanghai = { session: ['2025-08-21', '2025-08-22', '2025-08-25'], value: Float64Array.of(1, 2, 3) }
  const newYork = {
    session: ['2025-08-20', '2025-08-21', '2025-08-22', '2025-08-25'],
    value: Float64Array.of(10, 20, 30, 40),
  }

  test('Shanghai a day after New York goes with New York’s last session before', () => {
    expect(pairingOf('2025-08-22', '2025-08-21')).toBe('session-before')
    const { a, b } = pairedValues(shanghai, newYork, 'session-before')
    expect([[...a], [...b]]).toEqual([
      [1, 2, 3],
      [10, 20, 30],
    ])
  })

  test('the other way round is the same pairs', () => {
    expect(pairingOf('2025-08-21', '2025-08-22')).toBe('session-after')
    const { a, b } = pairedValues(newYork, shanghai, 'session-after')
    expect([[...a], [...b]]).toEqual([
      [10, 20, 30],
      [1, 2, 3],
    ])
  })

  test('on equal dates only shared sessions count', () => {
    const { a, b } = pairedValues(shanghai, { session: ['2025-08-22'], value: Float64Array.of(9) }, 'same-date')
    expect([[...a], [...b]]).toEqual([[2], [9]])
  })
})
