import { describe, expect, test } from 'vitest'
import { crossFigures } from '@/lib/analytics/crossEvent/figures'
import { eventResult } from '@/lib/analytics/eventStudy/figures'
import type { Model } from '@/lib/analytics/eventStudy/model'

const none: number[] = []

/** The study of a firm without a market. */
function alone(estimation: readonly number[], event: readonly number[], model: Model = 'mean-adjusted') {
  const zeros = event.map(() => 0)
  return eventResult(
    {
      estimation: { firm: estimation, market: estimation.map(() => 0) },
      event: { days: event.map((_, j) => j), firm: event, market: model === 'mean-adjusted' ? null : zeros },
    },
    { model, returns: 'simple' },
  )
}

/** What a column of the tests says on a day. */
function at(cross: ReturnType<typeof crossFigures>, name: string, day: number): number {
  const column = (cross as Readonly<Record<string, unknown>> | null)?.[name]
  const value = Array.isArray(column) ? column[day] : undefined
  if (typeof value !== 'number') throw new Error(`${name}[${day}] is ${JSON.stringify(value)}`)
  return value
}

describe('three events, mean-adjusted, by hand', () => {
  // n = 6, mean 0 each. Squares 6, 24, 4 over df 5: s² = 1.2, 4.8, 0.8; SE of a day s² x 7/6 = 1.4, 5.6, 14/15; of two days s² x (2 + 4/6) = s² x 8/3.
  const events = [
    alone([1, -1, 1, -1, 1, -1], [3, 1]),
    alone([2, -2, 2, -2, 2, -2], [-1, 2]),
    alone([1, 1, -1, -1, 0, 0], [2, -4]),
  ]
  const cross = crossFigures(events)
  const daySe = [1.4, 5.6, 14 / 15].map(Math.sqrt)
  const carSe = [1.2, 4.8, 0.8].map((s2) => Math.sqrt((s2 * 8) / 3))
  const [sar, scar] = [
    [3, -1, 2].map((ar, i) => ar / (daySe[i] ?? 0)),
    [4, 1, -2].map((car, i) => car / (carSe[i] ?? 0)),
  ]
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const t = (values: readonly number[]) => {
    const mean = sum(values) / 3
    const sd = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / 2)
    return (Math.sqrt(3) * mean) / sd
  }

  test('averages, theta1 and the cross-sectional t', () => {
    expect(cross?.n).toBe(3)
    expect(at(cross, 'aar', 0)).toBeCloseTo(4 / 3, 14)
    expect(at(cross, 'aar', 1)).toBeCloseTo(-1 / 3, 14)
    expect(at(cross, 'caar', 1)).toBeCloseTo(1, 14)
    // CAAR 1 over √(8/3 x 6.8) / 3.
    expect(at(cross, 'theta1', 1)).toBeCloseTo(3 / Math.sqrt((8 / 3) * 6.8), 12)
    expect(at(cross, 'csectAarT', 0)).toBeCloseTo(t([3, -1, 2]), 12)
    expect(at(cross, 'csectCaarT', 1)).toBeCloseTo(t([4, 1, -2]), 12)
  })

  test('Patell, and Boehmer, Musumeci and Poulsen on standardised AR and CAR', () => {
    // df 5: Q = 5/3 each.
    expect(at(cross, 'patellAarZ', 0)).toBeCloseTo(sum(sar) / Math.sqrt(5), 12)
    expect(at(cross, 'patellScarZ', 1)).toBeCloseTo(sum(scar) / Math.sqrt(5), 12)
    expect(at(cross, 'bmpAarT', 0)).toBeCloseTo(t(sar), 12)
    expect(at(cross, 'bmpCaarT', 1)).toBeCloseTo(t(scar), 12)
  })

  test('Kolari and Pynnönen: correlations 1, 0 and 0', () => {
    // r = 1/3: √((2/3) / (1 + 2/3)) = √0.4; Patell over √(5/3).
    expect(cross).toMatchObject({
      meanResidCorr: expect.closeTo(1 / 3, 14),
      kpFactor: expect.closeTo(Math.sqrt(0.4), 14),
    })
    expect(at(cross, 'kpAarT', 0)).toBeCloseTo(t(sar) * Math.sqrt(0.4), 12)
    expect(at(cross, 'kpCaarT', 1)).toBeCloseTo(t(scar) * Math.sqrt(0.4), 12)
    expect(at(cross, 'kpPatellAarZ', 0)).toBeCloseTo(sum(sar) / Math.sqrt(5) / Math.sqrt(5 / 3), 12)
  })

  test('signs: shares above zero 1/2, 1/2 and 1/3', () => {
    const expected = 4 / 9
    expect(cross).toMatchObject({ nPos: [2, 2], pHat: expect.closeTo(expected, 14), signExactP: [1, 1] })
    expect(at(cross, 'signZ', 0)).toBeCloseTo(0.5 / (Math.sqrt(3) / 2), 14)
    const z = (2 - 3 * expected) / Math.sqrt(3 * expected * (1 - expected))
    expect(at(cross, 'gsignZ', 0)).toBeCloseTo(z, 12)
    // CAR of 4, 1 and -2.
    expect(at(cross, 'csignZ', 1)).toBeCloseTo(0.5 / (Math.sqrt(3) / 2), 14)
    expect(at(cross, 'cgsignZ', 1)).toBeCloseTo(z, 12)
  })

  test('ranks of the eight days of each', () => {
    // Day 0: 3 is the eighth of eight; -1 the fourth; 2 the eighth. Day 1: 1 ties three others on ranks 4 to 7; 2 ties three on 5 to 8; -4 is the first.
    const u = (rank: number) => rank / 9 - 0.5
    expect(at(cross, 'rankMeanU', 0)).toBeCloseTo((u(8) + u(4) + u(8)) / 3, 14)
    expect(at(cross, 'rankMeanU', 1)).toBeCloseTo((u(5.5) + u(6.5) + u(1)) / 3, 14)
  })

  test('Brown and Warner: means of estimation days 4/3, -2/3, 2/3, -4/3, 1, -1', () => {
    // Squares 16/9 + 4/9 + 4/9 + 16/9 + 1 + 1 = 58/9, over 5.
    const sd = Math.sqrt(58 / 45)
    expect(cross).toMatchObject({ bw85Df: 5 })
    expect(at(cross, 'bw85T', 0)).toBeCloseTo(4 / 3 / sd, 12)
    expect(at(cross, 'bw85CaarT', 1)).toBeCloseTo(1 / (sd * Math.SQRT2), 12)
  })
})

describe('what cannot be had', () => {
  test('one event, windows of differing length, and events without a model have no tests', () => {
    const one = alone([1, 2, 4], [1])
    expect(crossFigures([one])).toBeNull()
    expect(crossFigures([])).toBeNull()
    expect(crossFigures([one, alone([1, 2, 4], [1, 2])])).toBeNull()
    expect(crossFigures([one, alone([1], [1])])).toBeNull()
    expect(crossFigures([one, one, alone(none, [1])])).toMatchObject({ n: 2 })
  })

  test('fewer than three estimation rows leave the averages', () => {
    const events = [alone([1, 2], [1, 2], 'market-adjusted'), alone(none, [3, 4], 'market-adjusted')]
    expect(crossFigures(events)).toEqual({ n: 2, aar: [2, 3], caar: [2, 5] })
  })

  test('estimation windows of differing length have no correlation, and no Kolari and Pynnönen', () => {
    const cross = crossFigures([alone([1, 2, 4, 1, 0, 3], [1]), alone([1, 2, 4, 0, 3], [2])])
    expect(cross).toMatchObject({ meanResidCorr: null, kpFactor: null, kpAarT: [null], kpPatellAarZ: [null] })
    expect(at(cross, 'bmpAarT', 0)).toBeTypeOf('number')
  })

  test('a return missing on a day leaves that day without tests and the others with theirs', () => {
    const cross = crossFigures([alone([1, 2, 4, 1, 0, 3], [1, Number.NaN]), alone([1, 5, 4, 0, 3, 3], [2, 2])])
    // Means 11/6 and 16/6: (1 - 11/6 + 2 - 16/6) / 2.
    const mean = expect.closeTo(-0.75, 12)
    expect(cross).toMatchObject({ aar: [mean, null], caar: [mean, null], csectAarP: [expect.any(Number), null] })
    expect(cross).toMatchObject({ nPos: [0, null], signExactP: [expect.any(Number), null], rankZ: [null, null] })
  })

  test('Patell needs more than two degrees of freedom', () => {
    expect(crossFigures([alone([1, 2, 4], [1]), alone([3, 2, 4], [2])])).toMatchObject({ patellAarZ: [null] })
    const four = crossFigures([alone([1, 2, 4, 2], [1]), alone([3, 2, 4, 1], [2])])
    // df 3 each: Q = 3.
    expect(at(four, 'patellAarZ', 0)).toBeTypeOf('number')
  })
})
