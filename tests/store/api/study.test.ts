import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StudyView } from '@/lib/api/study/view'
import { sessionsBetween } from '@/lib/market/sessions'
import { runCase } from '@/lib/studies/case/run'
import { type SeededApi, seededApi } from './seeded'

let api: SeededApi
beforeAll(async () => {
  api = await seededApi()
})
afterAll(() => api.store.close())

const study = (slug: string, query = '') => api.json<StudyView>(`/api/v1/events/${slug}/study${query}`)

interface EventNumbers {
  readonly [name: string]: unknown
}

function eventOf(result: object): EventNumbers {
  const { events } = result as { events: EventNumbers[] }
  if (!events[0]) throw new Error('no event came back')
  return events[0]
}

describe('the study of Nvidia on DeepSeek’s announcement', () => {
  test('says what the figures say, and finds no move', async () => {
    const view = await study('deepseek-ue8m0', '?listing=NVDA')
    expect(view.day0).toBe('2025-08-21')
    const event = view.input?.events[0]?.event
    const close = (day: number) => event?.close[event.days.indexOf(day)]
    expect([close(-1), close(0), close(1)]).toEqual([175.4, 174.98, 177.99])
    expect(view.verdict).toBe('no-detectable-move')
    expect(view.headline.test.p).toBeGreaterThan(0.5)
    expect(view.sentence).toContain('No detectable move of Nvidia')
    expect(view.headline.minimumDetectable).toBeGreaterThan(0.05)
  })

  test.each([
    ['deepseek-ue8m0', '688256.SS', '2025-08-22'],
    ['deepseek-ue8m0', 'NVDA', '2025-08-21'],
    ['cambricon-h1-2025', '688256.SS', '2025-08-27'],
    ['cambricon-h1-2025', 'NVDA', '2025-08-26'],
  ])('day 0 of %s for %s is %s', async (slug, symbol, day0) => {
    const view = await study(slug, `?listing=${symbol}`)
    expect(view.day0).toBe(day0)
    expect(view.headline.day0).toBe(day0)
  })

  test('marks Cambricon’s limit-up close, and sets the two against each other from their own days 0', async () => {
    const view = await study('deepseek-ue8m0', '?listing=688256.SS')
    expect(view.priceLimits).toContainEqual({ session: '2025-08-22', relative: 0, direction: 'up', share: 0.2 })
    const [difference] = view.differences
    const [own, nvidia] = view.listings
    expect(difference).toMatchObject({ against: 'NVDA', pairing: 'session-before' })
    expect(difference?.difference).toBeCloseTo((own?.test.car ?? 0) - (nvidia?.test.car ?? 0), 12)
    expect(view.confounders.map(({ slug }) => slug)).toContain('cambricon-h1-2025')
    expect(view.confounders.find(({ slug }) => slug === 'cambricon-h1-2025')?.relative).toBe(3)
  })
})

describe('promise 7: every statistic can be recomputed from the answer', () => {
  test.each([
    '?listing=NVDA',
    '?listing=688256.SS&model=market-adjusted',
    '?listing=688256.SS&model=mean-adjusted&returns=simple&pre=2&post=5',
    '?listing=NVDA&returns=simple&gap=0&estimation=120',
  ])('the case in it gives the same figures: %s', async (query) => {
    const view = await study('deepseek-ue8m0', query)
    const { id: _id, refusal, ...figures } = eventOf(runCase(view.input))
    expect(refusal).toBeNull()
    expect(Object.keys(figures).length).toBeGreaterThan(20)
    expect(view).toMatchObject(figures)
  })

  test('the headline follows from the study of [0,+1] with the default estimation window', async () => {
    const view = await study('deepseek-r1-shock', '?listing=NVDA')
    const headlineCase = structuredClone(view.input)
    const event = headlineCase?.events[0]?.event
    if (!headlineCase || !event) throw new Error('no input')
    const [from, to] = [event.days.indexOf(0), event.days.indexOf(1) + 1]
    for (const name of ['session', 'days', 'firm'] as const)
      Object.assign(event, { [name]: event[name].slice(from, to) })
    event.market = event.market?.slice(from, to) ?? null
    const figures = eventOf(runCase(headlineCase))
    const last = (name: string) => (figures[name] as number[]).at(-1)
    const { car, se, t, p, lo, hi } = view.headline.test
    expect([last('car'), last('carSe'), last('carT'), last('carP'), last('carLo'), last('carHi')]).toEqual(
      [car, se, t, p, lo, hi].map((value) => expect.closeTo(value ?? Number.NaN, 12)),
    )
  })

  test('the CSV holds both windows, and gives alpha, beta and every AR again', async () => {
    const view = await study('deepseek-ue8m0', '?listing=688256.SS')
    const response = await api.api.request('/api/v1/events/deepseek-ue8m0/study?listing=688256.SS&format=csv')
    expect(response.headers.get('content-type')).toContain('text/csv')
    const lines = (await response.text()).split('\r\n').filter((line) => line !== '' && !line.startsWith('#'))
    const names = lines[0]?.split(',') ?? []
    const rows = lines.slice(1).map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])))
    const of = (window: string) => rows.filter((row) => row.window === window)
    const numbers = (window: string, name: string) => of(window).map((row) => Number(row[name]))
    const [x, y] = [numbers('estimation', 'market'), numbers('estimation', 'firm')]
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
    const [mx, my] = [mean(x), mean(y)]
    const beta =
      x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0) /
      x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
    expect(beta).toBeCloseTo(view.beta ?? 0, 10)
    expect(my - beta * mx).toBeCloseTo(view.alpha ?? 0, 12)
    const ar = of('event').map((row) => Number(row.firm) - (view.alpha ?? 0) - (view.beta ?? 0) * Number(row.market))
    expect(ar).toEqual(view.ar.map((value) => expect.closeTo(value ?? Number.NaN, 10)))
    expect(of('event').map((row) => row.session)).toEqual(view.input?.events[0]?.event.session)
  })

  test('the placebo p follows from the placebo statistics in the answer', async () => {
    const { placebo, headline } = await study('deepseek-ue8m0', '?listing=688256.SS')
    if (!placebo) throw new Error('no placebo days')
    expect(placebo.t).toHaveLength(placebo.days)
    const asFar = placebo.t.filter((t) => Math.abs(t) >= Math.abs(headline.test.t ?? 0)).length
    expect(placebo.asFar).toBe(asFar)
    const floor = 1 / (1 + Math.floor(placebo.days / 2))
    expect(placebo.p).toBeCloseTo(Math.max((1 + asFar) / (1 + placebo.days), floor), 12)
    expect(placebo.session.at(-1) ?? '').toMatch(/^2025-0[78]/)
  })
})

describe('the estimation window', () => {
  test.each([0, 3, 10, 30])('lies exactly %i sessions before the event window', async (gap) => {
    const view = await study('deepseek-r1-shock', `?listing=NVDA&gap=${gap}`)
    const windows = view.input?.events[0]
    const [last, first] = [view.estimation?.to ?? '', windows?.event.session[0] ?? '']
    const leftOut = view.estimation?.leftOut.map(({ session }) => session) ?? []
    const between = sessionsBetween('XNAS', last, first).slice(1, -1)
    expect(between.filter((session) => !leftOut.includes(session))).toHaveLength(gap)
  })

  test('leaves out one session before day 0 to one after it of every other event, and is not moved back for them', async () => {
    const view = await study('deepseek-ue8m0', '?listing=NVDA')
    const { estimation } = view
    if (!estimation) throw new Error('no estimation window')
    expect(estimation).toMatchObject({ asked: 250, available: 250 })
    expect(estimation.used + estimation.leftOut.length).toBe(250)
    const shock = estimation.leftOut
      .filter(({ events }) => events.includes('deepseek-r1-shock'))
      .map(({ session }) => session)
    expect(shock).toEqual(['2025-01-24', '2025-01-27', '2025-01-28'])
    const used = view.input?.events[0]?.estimation.session ?? []
    expect(used).not.toContain('2025-01-27')
    expect(sessionsBetween('XNAS', used[0] ?? '', used.at(-1) ?? '')).toHaveLength(250)
  })

  test('leaves nothing out for an event before the first stored session', async () => {
    const { estimation } = await study('deepseek-r1-shock', '?listing=NVDA&estimation=1000')
    expect(estimation?.from).toBe('2024-01-03')
    expect(estimation?.leftOut.flatMap(({ events }) => events)).not.toContain('huawei-us-entity-list')
  })

  test('uses what there is from 120 sessions on and says so', async () => {
    const view = await study('deepseek-r1-shock', '?listing=688256.SS')
    expect(view.estimation?.available).toBeLessThan(250)
    expect(view.estimation?.note).toContain('begins late')
    expect(view.headline.test.p).not.toBeNull()
  })
})

describe('what cannot be decided says why', () => {
  test.each([
    ['t-head-chip', '', 'month'],
    ['huawei-us-entity-list', '', 'before-the-data'],
    ['cambricon-h1-2026', '', 'past-the-data'],
    ['moore-threads-ipo', '', 'before-the-data'],
    ['deepseek-ue8m0', '?listing=0700.HK', 'no-benchmark'],
    ['deepseek-ue8m0', '?listing=^GSPC', 'no-benchmark'],
    ['h200-permitted', '?listing=688795.SS', 'before-the-data'],
    ['deepseek-v4-preview', '?listing=688795.SS', 'too-few-sessions'],
  ])('%s%s: %s', async (slug, query, reason) => {
    const view = await study(slug, query.replace('^', '%5E'))
    expect(view.verdict).toBe('cannot-be-decided')
    expect(view.headline.test.refusal?.reason).toBe(reason)
    expect(view.headline.test.car).toBeNull()
    expect(view.sentence).toContain('Cannot be decided')
    expect(JSON.stringify(view)).not.toContain('NaN')
  })

  test('a listing without a benchmark still has the mean-adjusted window', async () => {
    const view = await study('deepseek-ue8m0', '?listing=0700.HK&model=mean-adjusted')
    expect(view.verdict).toBe('cannot-be-decided')
    expect(view.refusal).toBeNull()
    expect(view.car.every((value) => value !== null)).toBe(true)
    expect(view.bhar).toBeNull()
  })
})

describe('as it could be known', () => {
  test('the headline is there as soon as [0,+1] is settled, the windows asked for when they are', async () => {
    const early = await study('deepseek-ue8m0', '?listing=688256.SS&asOf=2025-08-22T08:00:00Z')
    expect(early.headline.test.refusal?.reason).toBe('past-the-data')
    const settled = await study('deepseek-ue8m0', '?listing=688256.SS&asOf=2025-08-25T08:00:00Z')
    expect(settled.headline.test.car).not.toBeNull()
    expect(settled.refusal?.reason).toBe('past-the-data')
    expect(settled.car.every((value) => value === null)).toBe(true)
    expect(settled.drift.after.refusal?.reason).toBe('past-the-data')
  })

  test('later data never change a headline', async () => {
    for (const [slug, symbol] of [
      ['deepseek-ue8m0', '688256.SS'],
      ['deepseek-ue8m0', 'NVDA'],
      ['h20-licence-rule', 'NVDA'],
    ] as const) {
      const then = await study(slug, `?listing=${symbol}&asOf=2025-09-30`)
      const today = await study(slug, `?listing=${symbol}`)
      expect(today.verdict).toBe(then.verdict)
      expect(today.placebo?.session).toEqual(then.placebo?.session)
      expect(today.estimation).toEqual(then.estimation)
      // A later split divides the closes, which are rounded to 6 decimals: that is all that may differ.
      const figures = ({ headline, bootstrap, placebo }: StudyView) => [
        ...[
          headline.test.car,
          headline.test.p,
          headline.placeboHolm,
          headline.minimumDetectable,
          bootstrap.lo,
          bootstrap.hi,
        ],
        ...(placebo?.t ?? []),
      ]
      expect(figures(today)).toEqual(figures(then).map((value) => expect.closeTo(value ?? Number.NaN, 6)))
    }
  })

  test('an unsettled bar is not used, and named', async () => {
    await api.store.sql`
      UPDATE bar SET settled = false WHERE session = '2026-07-22' AND listing_id = (SELECT id FROM listing WHERE symbol = '688256.SS')`
    const view = await study('cambricon-h1-2026')
    expect(view.headline.test.refusal).toMatchObject({
      reason: 'unsettled',
      detail: expect.stringContaining('2026-07-22'),
    })
    await api.store.sql`UPDATE bar SET settled = true WHERE session = '2026-07-22'`
  })
})

describe('parameters', () => {
  test.each([
    ['pre=-1', 'pre'],
    ['post=61', 'post'],
    ['estimation=119', 'estimation'],
    ['gap=1.5', 'gap'],
    ['model=ols', 'model'],
    ['returns=percent', 'returns'],
    ['window=5', 'window'],
    ['asOf=tomorrow', 'asOf'],
  ])('%s is refused by name', async (query, name) => {
    const problem = await api.problem(`/api/v1/events/deepseek-ue8m0/study?${query}`, 400)
    expect(problem.parameter).toBe(name)
  })

  test('an unknown event or listing is 404 with names like it, an event without a listing asks for one', async () => {
    expect((await api.problem('/api/v1/events/deepseek-ue8m/study', 404)).near).toContain('deepseek-ue8m0')
    expect((await api.problem('/api/v1/events/deepseek-ue8m0/study?listing=NVDX', 404)).near).toContain('NVDA')
    expect((await api.problem('/api/v1/events/r1-on-ascend/study', 400)).parameter).toBe('listing')
  })
})
