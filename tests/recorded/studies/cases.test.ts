import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runCase } from '@/lib/studies/case/run'
import { recorded, recordings } from '../feeds/shared'
import { compare, type Tolerance } from './compare'

interface EventStudyCase {
  readonly id: string
  readonly tolerance: Tolerance
  readonly input: {
    readonly kind: string
    readonly model: string
    readonly window?: { readonly pre: number; readonly post: number }
    readonly events: readonly { readonly id: string; readonly event?: { readonly days: readonly number[] } }[]
  }
  readonly expected: object
  readonly expectedVariants?: { readonly cross: Readonly<Record<string, unknown>> }
}

interface Result {
  readonly kind: string
  readonly model: string
  readonly events: readonly (Readonly<Record<string, unknown>> & { readonly id: string; readonly days: number[] })[]
  readonly cross: Readonly<Record<string, unknown>> | null
}

const folder = `${recordings}/event-study`
const haveCases = existsSync(folder)
if (!haveCases) console.warn(`reference studies: skipped, there is no ${folder}`)
const names = haveCases ? readdirSync(folder).filter((name) => /^p0[1-7].*\.json$/.test(name)) : ['p01 to p07']

const caseOf = (name: string): EventStudyCase => JSON.parse(recorded(`event-study/${name}`))
const resultOf = (json: object) => JSON.parse(JSON.stringify(runCase(json))) as Result

/** Names of the lists of an answer that run over the days of the event window but have another length. */
function uneven(row: Readonly<Record<string, unknown>>, days: number): string[] {
  return Object.entries(row).flatMap(([name, value]) => (Array.isArray(value) && value.length !== days ? [name] : []))
}

describe.skipIf(!haveCases)('the reference studies (skipped without ../shared)', () => {
  test('are all seven there', () => {
    expect(names).toHaveLength(7)
  })

  test.each(names)('%s: every number within its tolerance', (name) => {
    const { tolerance, expected, input } = caseOf(name)
    const { compared, differences } = compare(resultOf(input), expected, tolerance)
    expect(differences).toEqual([])
    expect(compared).toBeGreaterThan(4)
  })

  test.each(names)('%s: kind, model, events in order, and a value a day in every column', (name) => {
    const whole = caseOf(name)
    const { input } = whole
    const result = resultOf(whole)
    expect(result).toMatchObject({ kind: input.kind, model: input.model })
    expect(result.events.map(({ id }) => id)).toEqual(input.events.map(({ id }) => id))
    for (const [i, event] of result.events.entries()) {
      const { pre, post } = input.window ?? { pre: 0, post: 0 }
      const days = input.events[i]?.event?.days ?? Array.from({ length: pre + post + 1 }, (_, j) => j - pre)
      expect(event.days).toEqual(days)
      expect(uneven(event, days.length)).toEqual([])
      if (result.cross) expect(uneven(result.cross, days.length)).toEqual([])
    }
    expect(result.cross === null).toBe(input.events.length < 2)
  })

  test('a case is answered alike whole and as its bare input', () => {
    const whole = caseOf('p01-golden-market-model.json')
    expect(runCase(whole)).toEqual(runCase(whole.input))
  })

  test('the variants of the three events that are fields of ours', () => {
    const { tolerance, input, expectedVariants } = caseOf('p04-golden-three-events.json')
    const { bw85T, bw85CaarT } = expectedVariants?.cross ?? {}
    const cross = resultOf(input).cross
    expect(compare(cross, { bw85T, bw85CaarT }, tolerance)).toEqual({ compared: 6, differences: [] })
  })

  test('the variants of other conventions follow from ours', () => {
    const { tolerance, input, expectedVariants } = caseOf('p04-golden-three-events.json')
    const rankZ = resultOf(input).cross?.rankZ as number[]
    // Over the sample's deviation instead of the population's, of T = 8 + 3 days.
    const overSampleDeviation = rankZ.map((z) => z * Math.sqrt((11 - 1) / 11))
    const { differences } = compare(overSampleDeviation, expectedVariants?.cross.rankZSampleSd, tolerance)
    expect(differences).toEqual([])
  })
})

describe('the comparison itself', () => {
  const tolerance = { rel: 1e-9, abs: 1e-12 }

  test('passes at the edge of a tolerance and fails beyond it', () => {
    expect(compare(1 + 0.9e-9, 1, tolerance).differences).toEqual([])
    expect(compare(1 + 1.1e-9, 1, tolerance).differences).toHaveLength(1)
    expect(compare(0.9e-12, 0, tolerance).differences).toEqual([])
    expect(compare(1.1e-12, 0, tolerance).differences).toHaveLength(1)
  })

  test('names the place that differs: a number, a length, a null, a field that is not there', () => {
    expect(compare({ a: [1, 2] }, { a: [1, 3] }, tolerance).differences).toEqual(['result.a[1]: expected 3, got 2'])
    expect(compare([1], [1, 2], tolerance).differences).toEqual(['result: expected 2 entries, got 1'])
    expect(compare([null], [0], tolerance).differences).toEqual(['result[0]: expected 0, got null'])
    expect(compare([Number.NaN], [0], tolerance).differences).toHaveLength(1)
    expect(compare({}, { b: null }, tolerance).differences).toEqual(['result.b: expected null, got undefined'])
  })
})
