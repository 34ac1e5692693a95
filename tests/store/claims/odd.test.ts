import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimsView, claimView } from '@/lib/api/claims/view'
import { addDays } from '@/lib/market/date'
import { writeBars } from '@/lib/store/bar/write'
import { addMissingClaims } from '@/lib/store/claim/addMissing'
import { listingBySymbol } from '@/lib/store/listing/list'
import { judgeClaim } from '@/lib/studies/claims/judge'
import { claimKinds } from '@/lib/studies/claims/kinds'
import { claims } from '@/prisma/seed'
import { contextAt, type FreshStore } from '../../database/fresh'
import { seededStore } from '../../database/seeded'

const now = new Date('2026-11-24T02:00:00Z')
let store: FreshStore
beforeAll(async () => {
  store = await seededStore()
})
afterAll(() => store.close())

const seedOf = (slug: string) => {
  const claim = claims.find((one) => one.slug === slug)
  if (!claim) throw new Error(`no claim ${slug}`)
  return claim
}
const judge = (kind: string, parameters: unknown, statedOn = '2025-09-19') =>
  judgeClaim(store, { kind, parameters, statedOn }, now)
/** A bundled claim with some of its parameters changed. */
const changed = (slug: string, change: Readonly<Record<string, unknown>>, statedOn?: string) => {
  const { kind, parameters } = seedOf(slug)
  return judge(kind, { ...parameters, ...change }, statedOn)
}

describe('what cannot be judged is not checkable, with its reason', () => {
  test.each<[string, () => ReturnType<typeof judge>, RegExp]>([
    [
      'a kind that is not known',
      () => judge('horoscope', {}),
      /no kind of claim "horoscope", expected one of price-change/,
    ],
    [
      'parameters that do not fit',
      () => judge('level', { said: 'much' }),
      /do not fit its kind: revenue: .*said: expected a decimal/,
    ],
    [
      'a parameter that is not taken',
      () => changed('huawei-roadmap-days-later', { sessions: 1 }),
      /do not fit.*sessions/,
    ],
    [
      'a day that is no date',
      () => judge('not-checkable', { needs: 'x', needsZh: 'x' }, '2025-09'),
      /day of the statement is "2025-09"/,
    ],
    [
      'a listing that is not stored',
      () => changed('cambricon-up-nearly-500-percent', { listing: 'NOPE' }),
      /listing NOPE is not stored/,
    ],
    [
      'a topic that is not stored',
      () => changed('cambricon-record-since-listing', { topic: 'nobody' }),
      /Revenue of nobody for 2025-Q1 and 2025-Q2/,
    ],
    [
      'an event that is not stored',
      () => changed('huawei-roadmap-days-later', { toEvent: 'nothing' }),
      /event "nothing" is not stored/,
    ],
    [
      'an event that was not known yet',
      () => changed('huawei-roadmap-days-later', {}, '2025-09-10'),
      /"huawei-connect-2025" of 2025-09-18 was not known on 2025-09-10/,
    ],
    [
      'revenue that was not known yet',
      () => changed('cambricon-half-year-revenue', {}, '2025-08-25'),
      /for 2025-Q2 is not stored as known on 2025-08-25/,
    ],
    [
      'another currency',
      () => changed('cambricon-half-year-revenue', { currency: 'USD' }),
      /stored in CNY, the statement speaks of USD/,
    ],
    [
      'a rate that is not stored',
      () => changed('cambricon-half-year-in-dollars', { to: 'XXX' }),
      /No rate of CNY\/XXX/,
    ],
    [
      'a rate of a later day',
      () => changed('cambricon-half-year-in-dollars', {}, '2025-09-01'),
      /rate of 2025-09-18 was not known/,
    ],
    [
      'a close that was not known yet',
      () => changed('cambricon-up-nearly-500-percent', {}, '2025-09-18'),
      /no close of 2025-09-19 was known/,
    ],
    [
      'a series that does not reach back',
      () => changed('cambricon-up-nearly-500-percent', { years: 2 }),
      /no session of the days up to/,
    ],
    [
      'more end dates than there are',
      () => changed('cambricon-up-nearly-500-percent', { endDates: [], ends: { last: '2024-03-01', count: 60 } }),
      /\d+ sessions are stored up to 2024-03-01.*60 are needed/,
    ],
    [
      'quarters that are no half-year',
      () => changed('cambricon-record-since-listing', { quarters: ['2025-Q2', '2025-Q1'] }),
      /no quarter, half-year or year/,
    ],
  ])('%s', async (_, judged, reason) => {
    const { verdict, finding } = await judged()
    expect(verdict).toBe('not-checkable')
    expect(finding.en).toMatch(reason)
    expect(finding.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  test('it is a row of the list and a page like any other', async () => {
    const odd = {
      slug: 'odd',
      statement: 'Odd',
      statementZh: '怪',
      statedOn: 'soon',
      sourceName: 'a test',
      sourceUrl: null,
    }
    await addMissingClaims(store, contextAt('2026-11-24T00:00:00Z'), [
      { ...odd, kind: 'level', parameters: {}, position: 99 },
    ])
    expect((await claimsView(store, now)).items.at(-1)).toMatchObject({
      slug: 'odd',
      verdict: 'not-checkable',
      judgedAt: null,
    })
    expect(await claimView(store, 'odd', now)).toMatchObject({ verdict: 'not-checkable', inputs: [] })
  })

  test('no parameters, whatever they are, make it throw', async () => {
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('cambricon', 'NVDA', '2025-09-18', 'CNY', 'EUR', '1', 0, -1, []),
    )
    const altered = fc.tuple(fc.constantFrom(...claims), fc.nat(), values).map(([{ kind, parameters }, at, value]) => {
      const keys = Object.keys(parameters)
      return { kind: kind as string, parameters: { ...parameters, [keys[at % keys.length] ?? '']: value } as unknown }
    })
    const any = fc.record({ kind: fc.constantFrom(...claimKinds), parameters: fc.jsonValue() as fc.Arbitrary<unknown> })
    await fc.assert(
      fc.asyncProperty(fc.oneof(altered, any), async ({ kind, parameters }) => {
        const { verdict, finding } = await judge(kind, parameters)
        expect([typeof verdict, finding.en.length > 10, finding.zh.length > 3]).toEqual(['string', true, true])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a verdict turns with the parameters, not with time', () => {
  test('readings of growth: 4,348% more, but not 4,348% of it; 44.48 times, 43.48 times more', async () => {
    const growth = async (change: Readonly<Record<string, unknown>>) =>
      (await changed('cambricon-half-year-growth', change)).verdict
    expect(await growth({})).toBe('holds-within-rounding')
    expect(await growth({ reading: 'percent-of' })).toBe('does-not-hold')
    expect(await growth({ reading: 'percent-of', said: '4448' })).toBe('holds-within-rounding')
    expect(await growth({ reading: 'times', said: '43' })).toBe('does-not-hold')
    expect(await growth({ reading: 'times', said: '44' })).toBe('holds-within-rounding')
    expect(await growth({ reading: 'times-more', said: '43' })).toBe('holds-within-rounding')
  })

  test('a level said to the last digit holds; a record over what is stored holds or is refuted', async () => {
    const level = await changed('cambricon-half-year-revenue', { said: '2880643471.09', unit: '1', decimals: 2 })
    expect(level.verdict).toBe('holds')
    const slug = 'cambricon-record-since-listing'
    expect((await changed(slug, { needsFrom: '2022-Q1' })).verdict).toBe('holds')
    // One higher half-year is enough to refute a record, even where the series does not reach back.
    expect((await changed(slug, { quarters: ['2024-Q1', '2024-Q2'] })).verdict).toBe('does-not-hold')
  })

  test('a response holds where the study finds a move in the stated direction, and only there', async () => {
    const slug = 'nvidia-tumbled-on-deepseek'
    const shock = { event: 'deepseek-r1-shock' }
    const fall = await changed(slug, shock)
    expect(fall.verdict).toBe('holds')
    expect(fall.finding.en).toMatch(/118\.42 USD on 2025-01-27 after 142\.62.*finds a move down/)
    expect((await changed(slug, { ...shock, direction: 'rise' })).verdict).toBe('does-not-hold')
    expect((await changed(slug, { direction: 'rise' })).verdict).toBe('does-not-hold')
  })

  test('a response that the study cannot decide is not checkable: a month, a listing without a past', async () => {
    const slug = 'nvidia-tumbled-on-deepseek'
    const month = await changed(slug, { event: 't-head-chip' }, '2025-12-31')
    expect([month.verdict, month.formula]).toEqual(['not-checkable', null])
    expect(month.finding.en).toContain('cannot be decided: only the month of the event is known')
    const fresh = await changed(slug, { event: 'moore-threads-ipo', listing: '688795.SS' }, '2025-12-31')
    expect(fresh.verdict).toBe('not-checkable')
    expect(fresh.finding.en).toContain('cannot be decided')
    const unknown = await changed(slug, { listing: 'NOPE' })
    expect(unknown.finding.en).toBe('The listing NOPE is not stored.')
  })

  test('later bars, and later corrections of earlier ones, never change it', async () => {
    const listings = await Promise.all(
      ['688256.SS', 'NVDA', '^GSPC'].map((symbol) => listingBySymbol(store.sql, symbol)),
    )
    const verdicts = async () =>
      (await claimsView(store, now)).items.map(({ slug, verdict, finding, findingZh }) => ({
        slug,
        verdict,
        finding,
        findingZh,
      }))
    const before = await verdicts()
    expect(before.length).toBeGreaterThan(9)
    const cents = fc.integer({ min: 1, max: 10_000_000 })
    const later = fc.array(cents, { minLength: 1, maxLength: 30 })
    // Sessions that verdicts rest on, as a feed may correct them afterwards.
    const corrected = ['2024-09-18', '2025-08-20', '2025-08-21', '2025-08-22', '2025-09-18', '2025-09-19']
    let second = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...listings), later, cents, async (listing, added, correction) => {
        const seen = new Date(Date.parse('2026-11-23T00:00:00Z') + 1_000 * second++)
        const days = [...added.map((cent, i) => [addDays('2026-07-24', i), cent] as const)]
        const bars = [...corrected.map((day) => [day, correction] as const), ...days].map(([session, cent]) => {
          const price = (cent / 100).toFixed(2)
          const prices = { open: price, high: price, low: price, close: price }
          return { session, ...prices, volume: 1n, settled: true, asOf: new Date(`${session}T21:00:00Z`) }
        })
        const source = { feed: 'yahoo', feedSymbol: 'x', fetchedAt: seen }
        await writeBars(store.sql, contextAt(seen.toISOString()), listing?.id ?? 0, bars, source)
        expect(await verdicts()).toEqual(before)
      }),
      { numRuns: 8 },
    )
  })
})
