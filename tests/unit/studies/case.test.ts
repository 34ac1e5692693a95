import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseError, runCase } from '@/lib/studies/case/run'
import { wrongLeaves } from './leaves'

const returnsCase = {
  kind: 'event-study',
  model: 'market',
  confidence: 0.95,
  events: [
    {
      id: 'one',
      estimation: { firm: [0.01, -0.02, 0.015, 0, 0.03, -0.01], market: [0, -0.01, 0.02, 0.005, 0.01, -0.01] },
      event: { days: [0, 1], firm: [0.05, null], market: [0.01, 0.02] },
    },
    {
      estimation: { firm: [0.02, -0.01, null, 0.01, 0.02, 0], market: [0, -0.01, 0.02, 0.005, 0.01, -0.01] },
      event: { days: [0, 1], firm: [0.01, 0.01], market: [0.01, 0.02] },
    },
  ],
}
const dates = ['2025-01-02', '2025-01-03', '2025-01-06', '2025-01-07', '2025-01-08', '2025-01-09', '2025-01-10']
const priceCase = {
  kind: 'price-event-study',
  model: 'market',
  returns: 'log',
  prices: {
    firm: { dates, close: [10, 11, 10.5, 12, 12.5, 12, 13] },
    market: { dates, close: [100, 101, 99, 102, 101, 100, 103] },
  },
  events: [{ id: 'one', date: '2025-01-09' }],
  window: { pre: 0, post: 1, gap: 0, estimation: 4 },
}

/** A copy of a case with the value at a path like `events.0.id` replaced, or taken out for undefined. */
function having(input: object, path: string, value: unknown): object {
  const copy: Record<string, unknown> = structuredClone(input) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

function complaint(input: unknown): string {
  try {
    runCase(input)
  } catch (error) {
    if (error instanceof CaseError) return error.message
    throw error
  }
  return 'no complaint'
}

describe('a case is answered', () => {
  test('in the order and by the names of its events, with day 0 where it begins with prices', () => {
    expect(runCase(returnsCase)).toMatchObject({
      kind: 'event-study',
      model: 'market',
      events: [{ id: 'one' }, { id: '2' }],
    })
    expect(runCase(priceCase)).toMatchObject({
      events: [{ id: 'one', day0: '2025-01-09', n: 4, days: [0, 1] }],
      cross: null,
    })
  })

  test('day 0 is the session on the date or the next one', () => {
    const weekend = having(priceCase, 'events.0.date', '2025-01-04')
    expect(runCase(weekend)).toMatchObject({
      events: [{ day0: '2025-01-06', refusal: { refused: 'too-few-sessions' } }],
    })
  })

  test('an event after the last price, or whose window leaves the prices, is refused beside the others', () => {
    const events = [{ date: '2025-01-11' }, { date: '2025-01-10' }, { date: '2025-01-02' }, { date: '2025-01-09' }]
    const { events: results } = runCase({ ...priceCase, events }) as { events: { ar: unknown[] }[] }
    expect(results).toMatchObject([
      { day0: null, refusal: { refused: 'past-the-data', detail: expect.stringContaining('2025-01-10') } },
      { day0: '2025-01-10', refusal: { refused: 'past-the-data' } },
      { day0: '2025-01-02', refusal: { refused: 'before-the-data' } },
      { day0: '2025-01-09', refusal: null },
    ])
    expect(results.map(({ ar }) => ar.map((value) => value === null))).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, false],
    ])
  })

  test('mean-adjusted needs no market, and has no buy-and-hold return without one', () => {
    const [event] = returnsCase.events
    const alone = { ...event, estimation: { firm: [1, 2, 4] }, event: { days: [0], firm: [3] } }
    const result = runCase({ kind: 'event-study', model: 'mean-adjusted', events: [alone] })
    expect(result).toMatchObject({ events: [{ bhar: null, beta: null, alpha: expect.closeTo(7 / 3, 14) }] })
    const prices = { firm: priceCase.prices.firm }
    expect(runCase({ ...priceCase, model: 'mean-adjusted', prices })).toMatchObject({ events: [{ bhar: null, n: 4 }] })
  })

  test('market-adjusted has abnormal returns without an estimation window, and nothing about their spread', () => {
    const event = { estimation: { firm: [], market: [] }, event: { days: [0, 1], firm: [0.5, 1], market: [0.25, 2] } }
    expect(runCase({ kind: 'event-study', model: 'market-adjusted', events: [event] })).toMatchObject({
      events: [
        {
          ...{ n: 0, alpha: 0, beta: 1, sigma: null, df: null },
          ...{ ar: [0.25, -1], car: [0.25, -0.75], arSe: [null, null], carP: [null, null], carLo: [null, null] },
          refusal: { refused: 'too-few-sessions' },
        },
      ],
    })
  })

  test('a confidence just below 1 and just above 0 has its band', () => {
    for (const confidence of [1 - 2 ** -53, 1e-300]) {
      const result = runCase(having(returnsCase, 'confidence', confidence)) as { events: { carLo: unknown[] }[] }
      expect(result.events[0]?.carLo[0]).toBeTypeOf('number')
    }
  })
})

describe('a case that cannot be meant names its field', () => {
  test.each([
    [null, 'input: expected an object with a kind'],
    [[], 'input: expected an object with a kind'],
    ['text', 'input: expected an object with a kind'],
    [{}, 'kind: expected '],
    [{ input: null }, 'kind: expected '],
    [{ kind: 'event' }, /^kind: expected event-study.*got "event"$/],
    [{ kind: '__proto__' }, 'got "__proto__"'],
    [{ kind: 'event-study' }, /^model: expected .*\nevents: expected a list of events$/],
  ])('%j', (input, said) => {
    expect(complaint(input)).toMatch(said)
  })

  test.each([
    ['model', 'capm', 'model: expected market, market-adjusted or mean-adjusted'],
    ['confidence', 1.5, 'confidence: expected a number below 1'],
    ['confidence', 0, 'confidence: expected a number above 0'],
    ['returns', 'percent', 'returns: expected simple or log'],
    ['events', [], 'events: expected one event at least'],
    ['events.0', null, 'events[0]: expected an event with id, estimation and event'],
    ['events.0.estimation', undefined, 'events[0].estimation: expected an object with firm and market'],
    ['events.0.estimation.firm', null, 'events[0].estimation.firm: expected a list of returns'],
    [
      'events.0.estimation.firm.2',
      '0.1',
      'events[0].estimation.firm[2]: expected a number, or null where the return is missing',
    ],
    [
      'events.0.estimation.market',
      [1, 2, 3, 4, 5],
      'events[0].estimation.market: expected as many entries as firm, 6, got 5',
    ],
    [
      'events.0.estimation.market',
      undefined,
      "events[0].estimation.market: expected the market's returns, which the market model needs",
    ],
    [
      'events.1.event.market',
      null,
      "events[1].event.market: expected the market's returns, which the market model needs",
    ],
    ['events.0.event.firm', [1], 'events[0].event.firm: expected as many entries as days, 2, got 1'],
    ['events.0.event.days', [], 'events[0].event.days: expected one day at least'],
    ['events.0.event.days', [1, 1], 'events[0].event.days: expected ascending days'],
    ['events.0.event.days.0', 0.5, 'events[0].event.days[0]: expected a whole number'],
  ])('returns: %s %j', (path, value, said) => {
    expect(complaint(having(returnsCase, path, value)).split('\n')).toContain(said)
  })

  test.each([
    ['prices.firm.close.2', 0, 'prices.firm.close[2]: expected a price above zero'],
    ['prices.firm.close.2', -1, 'prices.firm.close[2]: expected a price above zero'],
    ['prices.firm.close', [1], 'prices.firm.close: expected as many entries as dates, 7, got 1'],
    ['prices.market.dates.3', '2025-01-02', 'prices.market.dates[3]: expected a date after 2025-01-06, got 2025-01-02'],
    [
      'prices.firm.dates.1',
      '2025-02-30',
      'prices.firm.dates[1]: expected a date of the calendar of the form YYYY-MM-DD',
    ],
    ['events.0.date', '2025-1-9', 'events[0].date: expected a date of the calendar of the form YYYY-MM-DD'],
    ['events.0.date', 20250109, 'events[0].date: expected a date of the form YYYY-MM-DD'],
    ['prices.market', undefined, "prices.market: expected the market's prices, which the market model needs"],
    ['prices', undefined, 'prices: expected firm and market'],
    ['returns', undefined, 'returns: expected simple or log'],
    ['window', undefined, 'window: expected pre, post, gap and estimation'],
    ['window.gap', -1, 'window.gap: expected a whole number from 0'],
    ['window.pre', 1e9, 'window.pre: expected at most 10000 sessions'],
    ['window.estimation', 2.5, 'window.estimation: expected a whole number'],
  ])('prices: %s %j', (path, value, said) => {
    expect(complaint(having(priceCase, path, value)).split('\n')).toContain(said)
  })

  test('says how many more there are beyond twenty', () => {
    const firm = Array.from({ length: 30 }, () => 'x')
    const lines = complaint(having(returnsCase, 'events.0.estimation.firm', firm)).split('\n')
    expect(lines).toHaveLength(21)
    expect(lines.at(-1)).toMatch(/^and \d+ more$/)
  })
})

describe('whatever is sent', () => {
  /** Runs it: an object without NaN or a CaseError whose lines name a field; anything else is thrown on. */
  function expectAnswered(input: unknown) {
    const said = (() => {
      try {
        return runCase(input)
      } catch (error) {
        if (!(error instanceof CaseError)) throw error
        return error.message
      }
    })()
    if (typeof said === 'string') expect(said).toMatch(/^[\w.[\]-]+: expected /)
    else expect(wrongLeaves(said)).toEqual([])
  }

  test('any JSON, with a kind or without', () => {
    const kind = fc.constantFrom('event-study', 'price-event-study')
    fc.assert(fc.property(fc.jsonValue(), expectAnswered))
    fc.assert(
      fc.property(kind, fc.dictionary(fc.string(), fc.jsonValue()), (of, rest) =>
        expectAnswered({ ...rest, kind: of }),
      ),
    )
  })

  /** Every path of a case. */
  const paths = (value: unknown, at = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => [at + key, ...paths(part, `${at}${key}.`)])
      : []

  test.each([returnsCase, priceCase])('valid cases with some values replaced or taken out', (valid) => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -2, max: 9 }))
    const value = fc.oneof(fc.jsonValue(), number, fc.constantFrom(null, undefined, [], {}, '2025-01-06', 'simple'))
    const change = fc.tuple(fc.constantFrom(...paths(valid)), value)
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        // A later change can lie within what an earlier one has taken out: deepest first.
        const deepest = [...changes].sort(([a], [b]) => b.split('.').length - a.split('.').length)
        expectAnswered(deepest.reduce((input, [path, to]) => having(input, path, to), valid as object))
      }),
      { numRuns: 1000 },
    )
  })
})
