import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCase } from '@/lib/studies/case/run'
import { compare } from '../../recorded/studies/compare'
import { eventStudyCase, eventWith, priceCase, someReturn } from './arbitraryCases'

interface Result {
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly cross: Readonly<Record<string, unknown>> | null
}
const resultOf = (input: object) => runCase(input) as Result

/** Lists the differences of two answers beyond rounding; ratios of ratios lose some digits, and a t of nearly equal events many. */
const differences = (got: unknown, expected: unknown) => compare(got, expected, { rel: 1e-6, abs: 1e-9 }).differences

const enough = { minLength: 8, maxLength: 30 }

describe('prices', () => {
  test('in another unit give the same study', () => {
    fc.assert(
      fc.property(priceCase, fc.constantFrom(1 / 64, 4, 0.13, 7.3, 1e5), fc.constantFrom(1, 2, 0.7), (input, a, b) => {
        const times = (side: { dates: string[]; close: number[] }, factor: number) => ({
          dates: side.dates,
          close: side.close.map((price) => price * factor),
        })
        const { firm, market } = input.prices
        const scaled = { ...input, prices: { firm: times(firm, a), market: times(market, b) } }
        expect(differences(resultOf(scaled).events, resultOf(input).events)).toEqual([])
      }),
    )
  })

  test('with a constant added to their logarithms give the same study', () => {
    fc.assert(
      fc.property(priceCase, fc.double({ min: -3, max: 3, noNaN: true }), (input, constant) => {
        const moved = (side: { dates: string[]; close: number[] }) => ({
          dates: side.dates,
          close: side.close.map((price) => Math.exp(Math.log(price) + constant)),
        })
        const { firm, market } = input.prices
        const other = { ...input, prices: { firm: moved(firm), market: moved(market) } }
        expect(differences(resultOf(other).events, resultOf(input).events)).toEqual([])
      }),
    )
  })

  test('missing on some dates give the study of the dates that both have', () => {
    const gaps = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 10 })
    fc.assert(
      fc.property(priceCase, gaps, gaps, (input, firmGaps, marketGaps) => {
        fc.pre(input.model !== 'mean-adjusted')
        const { firm, market } = input.prices
        const without = ({ dates, close }: typeof firm, out: readonly number[]) => ({
          dates: dates.filter((_, i) => !out.includes(i)),
          close: close.filter((_, i) => !out.includes(i)),
        })
        const nulled = ({ dates, close }: typeof firm, out: readonly number[]) => ({
          dates,
          close: close.map((price, i) => (out.includes(i) ? null : price)),
        })
        const both = [...firmGaps, ...marketGaps]
        const joined = resultOf({ ...input, prices: { firm: without(firm, both), market: without(market, both) } })
        for (const cut of [without, nulled]) {
          const prices = { firm: cut(firm, firmGaps), market: cut(market, marketGaps) }
          expect(resultOf({ ...input, prices })).toEqual(joined)
        }
      }),
    )
  })
})

describe('returns', () => {
  test('missing on a side in the estimation window give the study without those rows', () => {
    const value = fc.oneof({ weight: 5, arbitrary: someReturn }, { weight: 1, arbitrary: fc.constant(null) })
    fc.assert(
      fc.property(eventStudyCase({ maxLength: 30 }, value), (input) => {
        const events = input.events.map((event) => {
          const { firm, market } = event.estimation
          const kept = firm.flatMap((own, i) => {
            const missing = own === null || (market[i] === null && input.model !== 'mean-adjusted')
            return missing ? [] : [i]
          })
          const estimation = { firm: kept.map((i) => firm[i]), market: kept.map((i) => market[i]) }
          return { ...event, estimation }
        })
        expect(resultOf({ ...input, events })).toEqual(resultOf(input))
      }),
    )
  })

  test('missing in the event window leave that day without AR, and every day from it on without CAR', () => {
    const given = fc.tuple(eventStudyCase(enough), fc.nat(), fc.constantFrom('firm', 'market'))
    fc.assert(
      fc.property(given, ([input, at, side]) => {
        fc.pre(side === 'firm' || input.model !== 'mean-adjusted')
        const whole = resultOf(input)
        const gap = at % (input.events[0]?.event.days.length ?? 1)
        const events = input.events.map(({ event, ...rest }) => {
          const column = side === 'firm' ? event.firm : event.market
          return { ...rest, event: { ...event, [side]: column.map((value, j) => (j === gap ? null : value)) } }
        })
        for (const [i, event] of resultOf({ ...input, events }).events.entries()) {
          const full = whole.events[i] as Readonly<Record<string, unknown[]>>
          for (const name of ['ar', 'arT', 'arP']) {
            expect(event[name]).toEqual(full[name]?.map((value, j) => (j === gap ? null : value)))
          }
          for (const name of ['car', 'carT', 'carP', 'carLo', 'carHi', 'bhar']) {
            expect(event[name]).toEqual(full[name]?.map((value, j) => (j >= gap ? null : value)))
          }
        }
      }),
    )
  })

  test('of the market raised by a constant leave the abnormal returns of the market model', () => {
    fc.assert(
      fc.property(eventWith(enough, 3), fc.double({ min: -0.05, max: 0.05, noNaN: true }), (event, constant) => {
        fc.pre(new Set(event.estimation.market).size > 2)
        const raised = (column: readonly (number | null)[]) => column.map((value) => (value ?? 0) + constant)
        const other = {
          estimation: { ...event.estimation, market: raised(event.estimation.market) },
          event: { ...event.event, market: raised(event.event.market) },
        }
        const study = (one: object) => resultOf({ kind: 'event-study', model: 'market', events: [one] }).events[0]
        const [plain, moved] = [study(event), study(other)]
        for (const name of ['ar', 'car', 'arSe', 'carSe', 'beta', 'sigma'])
          expect(differences(moved?.[name], plain?.[name])).toEqual([])
      }),
    )
  })
})

describe('events', () => {
  test('in another order give their studies in that order, and the same tests across them', () => {
    const shuffled = eventStudyCase(enough, someReturn, { minLength: 2, maxLength: 6 }).chain((input) =>
      fc.record({
        input: fc.constant(input),
        order: fc.shuffledSubarray([...input.events.keys()], { minLength: input.events.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, order }) => {
        const plain = resultOf(input)
        const other = resultOf({ ...input, events: order.map((i) => input.events[i]) })
        expect(other.events).toEqual(order.map((i) => plain.events[i]))
        expect(differences(other.cross, plain.cross)).toEqual([])
      }),
    )
  })

  test('whose residuals do not correlate have the t of Kolari and Pynnönen at that of Boehmer, Musumeci and Poulsen', () => {
    // Columns of a Hadamard matrix of order 8 but the first: each of mean 0, each pair of product 0.
    const hadamard = (row: number, column: number) =>
      (row & column).toString(2).replaceAll('0', '').length % 2 ? -1 : 1
    const size = fc.integer({ min: 1, max: 50 }).map((n) => n / 1000)
    fc.assert(
      fc.property(fc.array(fc.tuple(size, someReturn, someReturn), { minLength: 2, maxLength: 7 }), (rows) => {
        const events = rows.map(([scale, ...firm], k) => ({
          estimation: { firm: Array.from({ length: 8 }, (_, i) => scale * hadamard(i, k + 1)) },
          event: { days: [0, 1], firm },
        }))
        const { cross } = resultOf({ kind: 'event-study', model: 'mean-adjusted', events })
        expect(Math.abs(cross?.meanResidCorr as number)).toBeLessThan(1e-12)
        expect(differences(cross?.kpFactor, 1)).toEqual([])
        expect(differences(cross?.kpAarT, cross?.bmpAarT)).toEqual([])
        expect(differences(cross?.kpCaarT, cross?.bmpCaarT)).toEqual([])
        expect(differences(cross?.kpPatellAarZ, cross?.patellAarZ)).toEqual([])
      }),
    )
  })

  test('that are one event several times over have the correlation 1', () => {
    fc.assert(
      fc.property(eventWith(enough, 2), (event) => {
        const result = resultOf({ kind: 'event-study', model: 'mean-adjusted', events: [event, event, event] })
        fc.pre((result.events[0]?.sigma as number) > 0)
        expect(result.cross).toMatchObject({ meanResidCorr: expect.closeTo(1, 9), csectAarT: [null, null] })
      }),
    )
  })
})
