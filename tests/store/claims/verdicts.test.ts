import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClaimsView, claimsSchema, judgedClaimSchema } from '@/lib/api/claims/schema'
import { type SeededApi, seededApi } from '../api/seeded'

let seeded: SeededApi
beforeAll(async () => {
  seeded = await seededApi()
})
afterAll(() => seeded.store.close())

/** The article's claims and what is to come out, from the bundled figures alone: the project's own copy of the expectation. */
const expected = {
  'cambricon-up-nearly-500-percent': 'depends-on-the-dates',
  'cambricon-half-year-revenue': 'holds-within-rounding',
  'cambricon-half-year-growth': 'holds-within-rounding',
  'cambricon-half-year-in-dollars': 'depends-on-the-dates',
  'cambricon-record-since-listing': 'not-checkable',
  'nvidia-tumbled-on-deepseek': 'does-not-hold',
  'huawei-roadmap-days-later': 'does-not-hold',
  'million-npu-cluster-one-sixth': 'contradicts-itself',
  't-head-matches-h20': 'not-checkable',
  'huawei-generations-behind': 'not-checkable',
}
const moments = ['?asOf=2025-09-19', '?asOf=2025-09-30', '']
const list = async (query: string) => claimsSchema.parse(await seeded.json<ClaimsView>(`/api/v1/claims${query}`)).items
const one = async (slug: string, query = '') =>
  judgedClaimSchema.parse(await seeded.json(`/api/v1/claims/${slug}${query}`))

describe('the ten claims', () => {
  test.each(moments)('have their verdicts%s', async (query) => {
    const items = await list(query)
    expect(Object.fromEntries(items.map(({ slug, verdict }) => [slug, verdict]))).toEqual(expected)
    expect(items.map(({ slug }) => slug)).toEqual(Object.keys(expected))
  })

  test('are found the same twice, and every day since but for what is told besides', async () => {
    const bare = (items: ClaimsView['items']) => items.map(({ since, sinceZh, ...rest }) => rest)
    expect(await list('')).toEqual(await list(''))
    expect(bare(await list('?asOf=2025-09-30'))).toEqual(bare(await list('')))
  })

  test('are told in both languages, without a hole in the text', async () => {
    for (const { finding, findingZh, since, sinceZh } of await list('')) {
      expect(finding).toMatch(/^[^\u4e00-\u9fff]{20,}\.$/)
      expect(findingZh).toMatch(/[\u4e00-\u9fff].*。$/)
      for (const text of [finding, findingZh, since, sinceZh]) expect(text ?? '').not.toMatch(/undefined|NaN|null|\(\)/)
      expect(since === null).toBe(sinceZh === null)
    }
  })

  test('rest on figures that are named in both languages, and on arithmetic without a word of the other', async () => {
    const han = /[\u4e00-\u9fff]/
    for (const { slug } of await list('')) {
      const { inputs, formula, formulaZh, computed } = await one(slug)
      for (const { name, nameZh, unit, unitZh, sourceZh, documentZh, source, document } of inputs) {
        expect([name, unit].join()).not.toMatch(han)
        expect(nameZh).toMatch(han)
        expect(unitZh).not.toMatch(/ per |date|return|probability/)
        expect([source === null, document === null]).toEqual([sourceZh === null, documentZh === null])
      }
      expect(formula === null).toBe(formulaZh === null)
      expect(formula ?? '').not.toMatch(han)
      expect(formulaZh ?? '').not.toMatch(/ per | to |true|days|freedom|against/)
      expect((formulaZh ?? '').split('; ')).toHaveLength((formula ?? '').split('; ').length)
      expect(computed?.unitZh ?? '').not.toMatch(/times|share|days|abnormal/)
    }
  })

  test('can be asked for by verdict', async () => {
    expect((await list('?verdict=not-checkable')).map(({ slug }) => slug)).toEqual(
      Object.entries(expected).flatMap(([slug, verdict]) => (verdict === 'not-checkable' ? [slug] : [])),
    )
    expect(await list('?verdict=holds')).toEqual([])
    expect(await seeded.problem('/api/v1/claims?verdict=true', 400)).toMatchObject({ parameter: 'verdict' })
  })

  test('do not exist before the day they were made; while it lasts they are judged by what is known so far', async () => {
    const slug = 'cambricon-half-year-growth'
    expect(await list('?asOf=2025-09-18')).toEqual([])
    expect((await list('?asOf=2025-09-19T08:00:00Z')).length).toBe(10)
    expect((await one(slug, '?asOf=2025-09-19T08:00:00Z')).judgedAt).toBe('2025-09-19T08:00:00.000Z')
    const { detail } = await seeded.problem(`/api/v1/claims/${slug}?asOf=2025-09-18`, 404)
    expect(detail).toContain('was stated on 2025-09-19')
    expect((await one(slug, '?asOf=2025-09-19')).judgedAt).toBe('2025-09-19T23:59:59.999Z')
  })

  test('an unknown slug is a 404 with slugs like it', async () => {
    const { type, near } = await seeded.problem('/api/v1/claims/cambricon-half-year-grow', 404)
    expect([type, near?.[0]]).toEqual(['urn:tidemark:problem:unknown-claim', 'cambricon-half-year-growth'])
    await seeded.problem('/api/v1/claims/%00', 400)
  })
})

describe('what each claim rests on', () => {
  test('price change: two ends, 4 of 60, +117% to +594%', async () => {
    const { finding, endDates, computed, inputs, stated } = await one('cambricon-up-nearly-500-percent')
    for (const figure of [
      '+576.6% (210.01 to 1,420.99 CNY)',
      '+544.0% (209.50 to 1,349.24 CNY)',
      '4 of the 60 sessions',
    ])
      expect(finding).toContain(figure)
    expect(finding).toMatch(/\+117% to \+594%/)
    expect(endDates).toMatchObject({ count: 60, satisfied: 4, share: 4 / 60 })
    expect(endDates?.list.at(-1)).toMatchObject({ session: '2025-09-18', start: '2024-09-18', satisfies: false })
    expect(computed?.value).toBeCloseTo(576.6297, 4)
    expect(stated).toEqual({ low: 475, high: 500 })
    expect(inputs.map(({ period }) => period)).toEqual(['2024-09-18', '2024-09-19', '2025-09-18', '2025-09-19'])
    expect(inputs.every(({ source, asOf }) => source === 'Bundled figures' && asOf !== null)).toBe(true)
  })

  test('level and growth: the sums, the intervals, and that the base is tiny', async () => {
    const level = await one('cambricon-half-year-revenue')
    expect(level.finding).toContain('2,880,643,471 CNY, which rounds to 2.88 billion CNY')
    expect(level.findingZh).toContain('28.8亿元')
    expect(level.stated).toEqual({ low: 2.875, high: 2.885 })
    const growth = await one('cambricon-half-year-growth')
    expect(growth.finding).toContain('From 64,765,343 CNY to 2,880,643,471 CNY is +4,347.82%, which rounds to 4,348%')
    expect(growth.finding).toContain('The base is tiny')
    expect(growth.interval?.low).toBeGreaterThan(4347.5)
    expect(growth.interval?.high).toBeLessThan(4348.5)
    expect(growth.inputs).toHaveLength(4)
  })

  test('conversion: 403.9 on two dates, 402.5 and 405.4 on the others', async () => {
    const { conversions, finding, findingZh } = await one('cambricon-half-year-in-dollars')
    expect(conversions?.map(({ date, value, satisfies }) => `${date} ${value.toFixed(1)} ${satisfies}`)).toEqual([
      '2025-08-26 402.5 false',
      '2025-08-28 403.9 true',
      '2025-08-29 403.9 true',
      '2025-09-18 405.4 false',
    ])
    for (const figure of ['402.5', '403.9', '405.4']) expect(finding).toContain(figure)
    expect(findingZh).toContain('4.04亿美元')
  })

  test('record: from when figures are stored, and that none then was higher', async () => {
    const { finding, inputs } = await one('cambricon-record-since-listing')
    expect(finding).toContain('stored from 2022-Q1 on')
    expect(finding).toContain('every period from 2020-Q3')
    expect(inputs.every(({ asOf }) => (asOf ?? '') < '2025-09-20')).toBe(true)
  })

  test('response: the closes around day 0, the index, and what the study could have seen', async () => {
    const { finding, findingZh, inputs, computed } = await one('nvidia-tumbled-on-deepseek')
    for (const figure of ['174.98', '175.40', '177.99', '-0.24%', '-0.40%']) {
      expect(finding).toContain(figure)
      expect(findingZh).toContain(figure)
    }
    expect(finding).toContain('no detectable move')
    const figures = Object.fromEntries(inputs.map(({ name, value }) => [name, Number(value)]))
    expect(computed?.value).toBeCloseTo(100 * Math.expm1(figures['Cumulative abnormal return'] ?? 0), 3)
    expect(figures['p, after Holm']).toBeGreaterThan(0.05)
  })

  test('interval, arithmetic and what cannot be checked', async () => {
    expect((await one('huawei-roadmap-days-later')).finding).toContain('it is 28 days')
    const { finding } = await one('million-npu-cluster-one-sixth')
    expect(finding).toContain('143% to 167%')
    for (const slug of ['t-head-matches-h20', 'huawei-generations-behind']) {
      expect(await one(slug)).toMatchObject({ formula: null, computed: null, inputs: [], since: null })
    }
  })

  test('what later figures add is told besides, as far as they are known', async () => {
    const slug = 'cambricon-half-year-revenue'
    expect((await one(slug, '?asOf=2025-09-30')).since).toBeNull()
    expect((await one(slug)).since).toContain('2026-Q1 and 2026-Q2, brought 5,995,696,747 CNY (+108.1%)')
    const price = 'cambricon-up-nearly-500-percent'
    expect((await one(price, '?asOf=2025-09-30')).since).toContain('on 2025-09-30')
    expect((await one(price)).since).toContain('1,310.00 CNY on 2026-07-22, +37.4% from 2025-09-18')
  })
})
