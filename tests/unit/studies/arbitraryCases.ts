import fc from 'fast-check'
import { models } from '@/lib/analytics/eventStudy/model'
import { returnKinds } from '@/lib/analytics/returns'
import { addDays } from '@/lib/market/date'

/** Returns in steps of a hundredth of a percent, within 8 % a day. */
export const someReturn = fc.integer({ min: -800, max: 800 }).map((n) => n / 10_000)

/** Aligned returns of one event. */
export function eventWith(
  estimation: fc.ArrayConstraints,
  days: number,
  value: fc.Arbitrary<number | null> = someReturn,
) {
  const columns = (constraints: fc.ArrayConstraints) =>
    fc
      .array(fc.tuple(value, value), constraints)
      .map((rows) => ({ firm: rows.map(([firm]) => firm), market: rows.map(([, market]) => market) }))
  return fc.record({
    estimation: columns(estimation),
    event: columns({ minLength: days, maxLength: days }).map((event) => ({
      days: Array.from({ length: days }, (_, j) => j - 1),
      ...event,
    })),
  })
}

/** A case of kind `event-study`, every event with an estimation window within `rows`. */
export const eventStudyCase = (
  rows: fc.ArrayConstraints,
  value: fc.Arbitrary<number | null> = someReturn,
  events: fc.ArrayConstraints = { minLength: 1, maxLength: 6 },
) =>
  fc.integer({ min: 1, max: 4 }).chain((days) =>
    fc.record({
      kind: fc.constant('event-study' as const),
      model: fc.constantFrom(...models),
      events: fc
        .array(eventWith(rows, days, value), events)
        .map((list) => list.map((event, i) => ({ id: `event ${i}`, ...event }))),
    }),
  )

/** Closing prices on successive days from 2025-01-01, started at `start`. */
export function pricesOf(returns: readonly number[], start = 100) {
  const close = [start]
  for (const r of returns) close.push((close.at(-1) ?? start) * (1 + r))
  return { dates: close.map((_, i) => addDays('2025-01-01', i)), close }
}

/** A case of kind `price-event-study` over 60 days, with two events whose windows lie within them. */
export const priceCase = fc
  .record({
    model: fc.constantFrom(...models),
    returns: fc.constantFrom(...returnKinds),
    rows: fc.array(fc.tuple(someReturn, someReturn), { minLength: 60, maxLength: 60 }),
    event: fc.integer({ min: 45, max: 55 }),
  })
  .map(({ model, returns, rows, event }) => ({
    kind: 'price-event-study' as const,
    model,
    returns,
    prices: { firm: pricesOf(rows.map(([firm]) => firm)), market: pricesOf(rows.map(([, market]) => market)) },
    events: [
      { id: 'one', date: addDays('2025-01-01', event) },
      { id: 'two', date: addDays('2025-01-01', 44) },
    ],
    window: { pre: 1, post: 2, gap: 3, estimation: 30 },
  }))
