import { describe, expect, test } from 'vitest'
import { averageByDay, brownWarner } from '@/lib/analytics/crossEvent/brownWarner'
import {
  kolariPynnonenFactor,
  kolariPynnonenPatellFactor,
  meanCorrelation,
} from '@/lib/analytics/crossEvent/dependence'
import { crossSectionalT, patellZ, type Statistic, theta1 } from '@/lib/analytics/crossEvent/parametric'
import { midRanks, rankTest } from '@/lib/analytics/crossEvent/rank'
import { generalisedSign, positiveShare, signTest } from '@/lib/analytics/crossEvent/sign'
import { normalTwoSided } from '@/lib/analytics/distributions'

/** Two-sided p of Student's t with 2 degrees of freedom. */
const p2 = (t: number) => 1 - Math.abs(t) / Math.sqrt(2 + t * t)

function expectStatistic(got: Statistic | undefined, statistic: number, p: number) {
  expect(got?.statistic).toBeCloseTo(statistic, 12)
  expect(got?.p).toBeCloseTo(p, 12)
}
const none = { statistic: Number.NaN, p: Number.NaN }

describe('parametric tests across events, by hand', () => {
  test('theta1: the mean over the root of the summed variances, over N', () => {
    // Mean 2; √(9 + 16) / 2 = 2.5.
    expectStatistic(theta1([3, 1], [3, 4]), 0.8, normalTwoSided(0.8))
    expect(theta1([1, 1], [0, 0])).toEqual(none)
    expect(theta1([1, 1], [1, Number.NaN])).toEqual(none)
  })

  test('cross-sectional t: √N x mean / sd, N - 1 degrees of freedom', () => {
    // 1, 2, 3: mean 2, sd 1.
    expectStatistic(crossSectionalT([1, 2, 3]), 2 * Math.sqrt(3), p2(2 * Math.sqrt(3)))
    expect(crossSectionalT([5])).toEqual(none)
    expect(crossSectionalT([2, 2, 2])).toEqual(none)
    expect(crossSectionalT([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]), 'equal but for rounding').toEqual(none)
    expect(crossSectionalT([1, Number.NaN, 2])).toEqual(none)
  })

  test('Patell: the sum over √Σ df / (df - 2)', () => {
    // 4/2 + 6/4 = 3.5.
    expectStatistic(patellZ([1, 2], [4, 6]), 3 / Math.sqrt(3.5), normalTwoSided(3 / Math.sqrt(3.5)))
    expect(patellZ([1, 2], [4, 2])).toEqual(none)
    expect(patellZ([1, 2], [4, 1])).toEqual(none)
  })
})

describe('dependence between events', () => {
  test('the mean correlation is over pairs, an event never with itself', () => {
    // 1 with the second, -1 with the third, -1 between these two.
    const { value, pairs } = meanCorrelation([
      [1, 2, 3],
      [2, 4, 6],
      [3, 2, 1],
    ])
    expect(value).toBeCloseTo(-1 / 3, 14)
    expect(pairs).toBe(3)
    expect(meanCorrelation([[1, 2, 3]]).value).toBeNaN()
    expect(
      meanCorrelation([
        [1, 2],
        [5, 5],
      ]).value,
    ).toBeNaN()
  })

  test('Kolari and Pynnönen: √((1 - r) / (1 + (N - 1) r)), and for Patell 1 / √(1 + (N - 1) r)', () => {
    expect(kolariPynnonenFactor(0.25, 4)).toBeCloseTo(Math.sqrt(0.75 / 1.75), 14)
    expect(kolariPynnonenPatellFactor(0.25, 4)).toBeCloseTo(1 / Math.sqrt(1.75), 14)
    expect([kolariPynnonenFactor(0, 9), kolariPynnonenPatellFactor(0, 9)]).toEqual([1, 1])
    // 1 + 2 x (-1/2) = 0 and below.
    expect([-0.5, -0.6].map((r) => kolariPynnonenFactor(r, 3))).toEqual([Number.NaN, Number.NaN])
    expect([-0.5, -0.6].map((r) => kolariPynnonenPatellFactor(r, 3))).toEqual([Number.NaN, Number.NaN])
    expect(kolariPynnonenFactor(1, 3)).toBe(0)
  })
})

describe('sign tests', () => {
  test('count what is above zero, strictly, with the exact p of a fair coin', () => {
    expect(signTest([1, 2, -1, 0])).toEqual({ positive: 2, z: 0, exactP: 1 })
    // 5 of 6: (5 - 3) / (√6 / 2); 1 + 6 of 64 outcomes are as far out on each side.
    const { positive, z, exactP } = signTest([1, 1, 1, 1, 1, -1])
    expect(positive).toBe(5)
    expect(z).toBeCloseTo(4 / Math.sqrt(6), 14)
    expect(exactP).toBeCloseTo(14 / 64, 14)
    expect(signTest([1, Number.NaN]).positive).toBeNaN()
  })

  test('generalised: against the share above zero in the estimation windows, each event alike', () => {
    expect(
      positiveShare([
        [1, -1, -1, 0],
        [1, 1],
      ]),
    ).toBe((1 / 4 + 1) / 2)
    // 3 of 4, expected 0.4 each: (3 - 1.6) / √(4 x 0.24).
    expectStatistic(generalisedSign(3, 4, 0.4), 1.4 / Math.sqrt(0.96), normalTwoSided(1.4 / Math.sqrt(0.96)))
    expect(generalisedSign(3, 3, 1)).toEqual(none)
    expect(generalisedSign(3, 3, 0)).toEqual(none)
  })
})

describe('the rank test', () => {
  test('gives ties their mean rank', () => {
    expect([...midRanks([3, 1, 3, 2])]).toEqual([3.5, 1, 3.5, 2])
    expect([...midRanks([5, 5, 5])]).toEqual([2, 2, 2])
    expect([...midRanks([])]).toEqual([])
  })

  test('by hand, two events of three days', () => {
    // U = rank/4 - 1/2: -1/4, 0, 1/4 and 0, -1/4, 1/4. g = -1/4, -1/4, 1/2 over √2; S² = (1/16 + 1/16 + 1/4) / 2 / 3 = 1/16. Z = (1/2 / √2) / (1/4).
    const { meanU, day, window } = rankTest(
      [
        [1, 2, 3],
        [2, 1, 3],
      ],
      1,
    )
    expect([...meanU]).toEqual([0.25])
    expectStatistic(day[0], Math.SQRT2, normalTwoSided(Math.SQRT2))
    expectStatistic(window[0], Math.SQRT2, normalTwoSided(Math.SQRT2))
  })

  test('by hand, with a tie, cumulated over two event days', () => {
    // Ranks 1.5, 1.5, 3: U = -1/8, -1/8, 1/4; S² = (1/64 + 1/64 + 1/16) / 3 = 1/32. Window of two: (-1/8 + 1/4) / (√2 √(1/32)) = 1/8 / (1/4).
    const { meanU, day, window } = rankTest([[1, 1, 2]], 2)
    expect([...meanU]).toEqual([-0.125, 0.25])
    expect(day[1]?.statistic).toBeCloseTo(0.25 / Math.sqrt(1 / 32), 14)
    expect(window[1]?.statistic).toBeCloseTo(0.5, 14)
  })

  test('aligns columns of differing length at their end, each day over the root of how many it has', () => {
    // U = -1/4, 0, 1/4 of three and -1/6, 1/6 of two: g = -1/4, -1/6 / √2, 5/12 / √2.
    const { meanU, day } = rankTest(
      [
        [1, 2, 3],
        [1, 2],
      ],
      1,
    )
    const g = [-1 / 4, -1 / 6 / Math.SQRT2, 5 / 12 / Math.SQRT2] as const
    const deviation = Math.sqrt((g[0] ** 2 + g[1] ** 2 + g[2] ** 2) / 3)
    expect(meanU[0]).toBeCloseTo(5 / 24, 14)
    expect(day[0]?.statistic).toBeCloseTo(g[2] / deviation, 14)
  })

  test('without any order has no statistic', () => {
    expect(rankTest([[1, 1, 1]], 1).day).toEqual([none])
  })
})

describe('Brown and Warner', () => {
  test('by hand: the mean of a day over the deviation of the means of estimation days', () => {
    // Means 1, 0, -1: sd 1, two degrees of freedom. Days 2 and 1; cumulated 3 over √2.
    const { df, day, window } = brownWarner(
      [
        [1, -1, 1],
        [1, 1, -3],
      ],
      [2, 1],
    )
    expect(df).toBe(2)
    expectStatistic(day[0], 2, p2(2))
    expectStatistic(day[1], 1, p2(1))
    expectStatistic(window[1], 3 / Math.SQRT2, p2(3 / Math.SQRT2))
  })

  test('a day before the shorter windows has the mean of those that reach back to it', () => {
    expect([
      ...averageByDay([
        [1, -1, 1],
        [3, -3],
      ]),
    ]).toEqual([1, 1, -1])
    expect(
      brownWarner(
        [
          [1, -1, 1],
          [3, -3],
        ],
        [1],
      ).df,
    ).toBe(2)
    expect(brownWarner([[1, 1, 1]], [1]).day).toEqual([none])
  })
})
