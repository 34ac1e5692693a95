import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runCase } from '@/lib/studies/case/run'
import { compare } from '../../recorded/studies/compare'
import { eventStudyCase, someReturn } from './arbitraryCases'
import { leaves, wrongLeaves } from './leaves'

interface Result {
  readonly events: readonly Readonly<Record<string, unknown>>[]
}
const resultOf = (input: object) => runCase(input) as Result

describe('whatever the returns', () => {
  const constant = fc.constantFrom(0, 0.01, -0.3)
  const odd = fc.oneof(someReturn, constant, fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }))

  test.each([
    ['ordinary', eventStudyCase({ maxLength: 30 })],
    ['0 to 4 rows', eventStudyCase({ maxLength: 4 })],
    ['constant', constant.chain((value) => eventStudyCase({ maxLength: 12 }, fc.constant(value)))],
    ['a few values', eventStudyCase({ maxLength: 12 }, fc.constantFrom(0, 0.01, -0.01, null))],
    ['odd ones', eventStudyCase({ maxLength: 12 }, odd)],
  ] as const)('%s: no NaN, no infinity, p within 0 and 1, and the same through JSON', (_, cases) => {
    fc.assert(
      fc.property(cases, (input) => {
        const result = runCase(input)
        expect(wrongLeaves(result)).toEqual([])
        const exactly = { rel: 0, abs: 0 }
        expect(compare(JSON.parse(JSON.stringify(result)), result, exactly).differences).toEqual([])
      }),
    )
  })

  test.each(['firm', 'market'] as const)('a constant %s', (side) => {
    fc.assert(
      fc.property(eventStudyCase({ minLength: 8, maxLength: 30 }), constant, (input, value) => {
        const still = input.events.map(({ estimation, ...event }) => ({
          ...event,
          estimation: { ...estimation, [side]: estimation.firm.map(() => value) },
        }))
        const result = resultOf({ ...input, events: still })
        expect(wrongLeaves(result)).toEqual([])
        const refused = input.model === 'market' && side === 'market'
        for (const { refusal } of result.events) {
          if (refused) expect(refusal).toMatchObject({ refused: 'constant-market' })
          else expect(refusal).toBeNull()
        }
      }),
    )
  })

  test('every figure that has a t has its p, and none without', () => {
    fc.assert(
      fc.property(eventStudyCase({ maxLength: 12 }, fc.constantFrom(0, 0.01, -0.01, null)), (input) => {
        for (const event of resultOf(input).events) {
          for (const name of ['ar', 'car']) {
            const [t, p] = [event[`${name}T`], event[`${name}P`]] as (number | null)[][]
            expect(p?.map((value) => value === null)).toEqual(t?.map((value) => value === null))
          }
        }
      }),
    )
  })

  test('the leaves are seen: a NaN and a p above 1 are found', () => {
    expect(wrongLeaves({ a: [1, Number.NaN], arP: [0.5, 1.5], b: undefined })).toEqual([
      'result.a.1 is NaN',
      'result.arP.1 is 1.5',
      'result.b is undefined',
    ])
    expect(leaves({ a: [null] })).toEqual([{ path: 'result.a.0', value: null }])
  })
})
