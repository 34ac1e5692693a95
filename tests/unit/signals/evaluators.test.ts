import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { returnsOf } from '@/lib/analytics/returns'
import { abnormalSessions } from '@/lib/signals/kinds/abnormalReturn'
import { deepSessions } from '@/lib/signals/kinds/drawdown'
import { extremeSessions } from '@/lib/signals/kinds/extreme'
import { crossings } from '@/lib/signals/kinds/relativeStrength'
import { loudSessions } from '@/lib/signals/kinds/volume'
import { type RuleKind, ruleParameters } from '@/lib/store/rule/parameters'

const column = (values: readonly number[]) => Float64Array.from(values)
const at = (found: readonly { readonly at: number }[]) => found.map((one) => one.at)

/** Prices that wander, with jumps now and then. */
const prices = (least: number, most: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.double({ min: -0.04, max: 0.04, noNaN: true }) },
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      ),
      {
        minLength: least,
        maxLength: most,
      },
    )
    .map((steps) => {
      let price = 100
      return column(
        steps.map((step) => {
          price *= Math.exp(step)
          return price
        }),
      )
    })

const defaults = <Kind extends RuleKind>(kind: Kind, given: object = {}) => ruleParameters[kind].parse(given)

/** What each evaluator finds in two columns of one length. */
const evaluators: Readonly<
  Record<string, (own: Float64Array, other: Float64Array) => readonly { readonly at: number }[]>
> = {
  'abnormal return': (own, other) =>
    abnormalSessions(returnsOf(own, 'log'), returnsOf(other, 'log'), {
      ...{ errors: 2, percent: 1, direction: 'both', estimation: 60, gap: 5 },
    }),
  volume: (own) => loudSessions(own, { deviations: 2, rearm: 1, window: 20 }),
  'new high': (own) => extremeSessions(own, { side: 'high', window: 10, quiet: 3 }),
  'new low': (own) => extremeSessions(own, { side: 'low', window: 10, quiet: 3 }),
  drawdown: (own) => deepSessions(own, { percent: 10, rearm: 4, window: 50 }),
  'relative strength': (own, other) => crossings(own, other, { window: 10, band: 1 }),
}

describe.each(Object.entries(evaluators))('%s', (_, evaluate) => {
  test('cutting the future off changes nothing that was found before', () => {
    fc.assert(
      fc.property(prices(90, 140), prices(140, 140), fc.nat(140), (own, other, cut) => {
        const whole = evaluate(own, other.slice(0, own.length))
        const then = evaluate(own.slice(0, cut), other.slice(0, Math.min(cut, own.length)))
        // Returns have one position less than prices.
        const last = Math.min(cut, own.length) - (evaluate === evaluators['abnormal return'] ? 1 : 0)
        expect(then).toEqual(whole.filter((one) => one.at < last))
      }),
      { numRuns: 60 },
    )
  })

  test('does not depend on the unit of the prices', () => {
    fc.assert(
      fc.property(prices(120, 120), prices(120, 120), (own, other) => {
        expect(
          at(
            evaluate(
              own.map((price) => price * 8),
              other,
            ),
          ),
        ).toEqual(at(evaluate(own, other)))
      }),
      { numRuns: 30 },
    )
  })
})

test('a drawdown is told once until the price has recovered past the re-arm level', () => {
  const look = (closes: readonly number[]) => at(deepSessions(column(closes), { percent: 20, rearm: 10, window: 250 }))
  expect(look([100, 79, 85, 79, 70])).toEqual([1])
  // 89 is still more than 10 % under the peak, 91 is not.
  expect(look([100, 79, 89, 79])).toEqual([1])
  expect(look([100, 79, 91, 79])).toEqual([1, 3])
  expect(look([100, 80.01])).toEqual([])
  expect(look([100, 80])).toEqual([1])
})

test('the peak of a drawdown leaves with its window', () => {
  expect(deepSessions(column([100, 90, 90, 79]), { percent: 20, rearm: 10, window: 3 })).toEqual([])
  expect(deepSessions(column([100, 90, 90, 79]), { percent: 20, rearm: 10, window: 4 })).toMatchObject([
    { at: 3, peak: 0 },
  ])
})

test('a new high is told once until enough sessions have passed without one; an equal close is none', () => {
  const look = (closes: readonly number[]) => extremeSessions(column(closes), { side: 'high', window: 3, quiet: 2 })
  expect(look([1, 2, 3, 4, 5, 6])).toEqual([{ at: 3, previous: 2 }])
  expect(at(look([1, 2, 3, 4, 4, 4, 5]))).toEqual([3, 6])
  expect(look([3, 3, 3, 3])).toEqual([])
  expect(look([5, 1, 1, 5.1])).toEqual([{ at: 3, previous: 0 }])
  expect(look([9, 1, 1, 1, 2])).toMatchObject([{ at: 4 }])
})

test('volume is set against the median, which one wild session before does not move, and re-arms below its level', () => {
  const quiet = Array.from({ length: 20 }, (_, i) => 100 + (i % 5))
  const look = (volumes: readonly number[]) => loudSessions(column(volumes), { deviations: 4, rearm: 2, window: 20 })
  expect(look([...quiet, 1000])).toMatchObject([{ at: 20, usual: expect.closeTo(102, 6) }])
  expect(at(look([...quiet, 1000, 900, 800]))).toEqual([20])
  expect(at(look([...quiet, 1000, 102, 900]))).toEqual([20, 22])
  expect(look([...quiet, Number.NaN, 0])).toEqual([])
  expect(look([...Array.from({ length: 20 }, () => 100), 1000])).toEqual([])
})

test('relative strength has to cross from one side of the band to the other', () => {
  const look = (own: readonly number[]) =>
    crossings(column(own), column(own.map(() => 1)), { window: 3, band: 5 }).map(({ at: index, beyond }) => [
      index,
      Math.sign(beyond),
    ])
  expect(look([1, 1, 1, 2, 2, 2])).toEqual([])
  expect(look([1, 1, 2, 2, 1, 1])).toEqual([[4, -1]])
  expect(look([2, 2, 1, 1, 1, 1.02, 2])).toEqual([[6, 1]])
})

test('an abnormal return needs both to be improbable and to be large, on the side that is asked for', () => {
  const market = column(Array.from({ length: 80 }, (_, i) => (i % 2 === 0 ? 0.01 : -0.01)))
  const firm = market.map((value, i) => value + (i % 3 === 0 ? 0.001 : -0.0005))
  firm[79] = (market[79] ?? 0) + 0.02
  const rule = { errors: 3, percent: 1, direction: 'both', estimation: 60, gap: 5 } as const
  expect(at(abnormalSessions(firm, market, rule))).toEqual([79])
  expect(abnormalSessions(firm, market, { ...rule, percent: 3 })).toEqual([])
  expect(abnormalSessions(firm, market, { ...rule, direction: 'down' })).toEqual([])
  const [found] = abnormalSessions(firm, market, rule)
  // Ends `gap` returns before the day itself, which is not among them.
  expect(found?.estimation).toEqual({ from: 14, to: 74 })
})

test('every kind has whole defaults, and refuses what it does not know', () => {
  for (const kind of Object.keys(ruleParameters) as RuleKind[]) {
    if (kind !== 'relative-strength') expect(() => defaults(kind)).not.toThrow()
    expect(ruleParameters[kind].safeParse({ against: 'NVDA', nonsense: 1 }).success).toBe(false)
  }
  expect(defaults('drawdown', { percent: 30 })).toMatchObject({ percent: 30, rearm: 10, window: 250, quotes: false })
  expect(ruleParameters.drawdown.safeParse({ percent: 10, rearm: 10 }).error?.issues[0]?.path).toEqual(['rearm'])
})
