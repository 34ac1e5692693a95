import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sixPlaces } from '@/lib/feeds/shared/decimal'
import { barProblem } from '@/lib/ingest/validate'
import { addDays } from '@/lib/market/date'
import { scaled, scaledToTick } from '@/lib/market/decimalText'
import { mics } from '@/lib/market/exchange'
import { countSessions, sessionsBetween } from '@/lib/market/sessions'
import { tickOf } from '@/lib/market/tick'
import { localDate } from '@/lib/market/zone'

/** What goes by floats where it may is held against exact arithmetic, and against the zone's own clock. */

const exact = Decimal.clone({ precision: 80 })
const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))
const decimal = fc.oneof(
  fc.tuple(digits(9), digits(8)).map(([whole, part]) => `${whole}.${part}`),
  fc.tuple(fc.nat(2000), fc.nat(99)).map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
  fc.tuple(fc.nat(2000), fc.constantFrom('5', '005', '015', '4999', '5000', '0050')).map(([w, p]) => `${w}.${p}`),
  digits(18),
)
const fraction = fc.record({ numerator: fc.bigInt(1n, 10n ** 6n), denominator: fc.bigInt(1n, 10n ** 6n) })
const one = { numerator: 1n, denominator: 1n }

const runs = { numRuns: 250 }

describe('floats where they are exact', () => {
  test('a decimal times a factor, to places and to ticks', () => {
    const tick = fc.constantFrom('0.01', '0.0001', '0.005', '0.2', '5', '0.001')
    fc.assert(
      fc.property(decimal, fc.oneof(fraction, fc.constant(one)), fc.nat(6), tick, (text, factor, places, step) => {
        const product = new exact(text).times(String(factor.numerator)).div(String(factor.denominator))
        expect(scaled(text, factor, places)).toBe(product.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed())
        const steps = product.div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
        expect(scaledToTick(text, factor, step)).toBe(steps.times(step).toFixed())
      }),
      runs,
    )
  })

  test('six places of a float', () => {
    const price = fc.double({ min: 0, max: 1e8, noNaN: true })
    const halves = fc.nat(10 ** 9).map((n) => (n + 0.5) / 1e6)
    fc.assert(
      fc.property(
        fc.oneof(
          price,
          price.map(Math.fround),
          halves,
          fc.nat(10 ** 9).map((n) => n / 100),
        ),
        (value) => {
          const plain = new Decimal(value).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed()
          expect(sixPlaces(value)).toBe(plain)
        },
      ),
      runs,
    )
  })

  test('the step of a price', () => {
    const kind = fc.constantFrom('equity' as const, 'index' as const)
    fc.assert(
      fc.property(fc.constantFrom(...mics), kind, decimal, (mic, kind, price) => {
        fc.pre(new Decimal(price).gt(0))
        expect(tickOf(mic, kind, price)).toBe(tickOf(mic, kind, new Decimal(price)))
      }),
      runs,
    )
  })

  test('prices in order', () => {
    const now = new Date('2026-07-01T00:00:00Z')
    // Neighbours that one float stands for, and what is no price.
    const near = fc.constantFrom(
      '10',
      '10.0',
      '10.0000000000000000001',
      '9.9999999999999999999',
      '1e1',
      '0',
      '1e13',
      '9999999999999.9999999',
      'x',
      '-1',
    )
    const price = fc.oneof(near, near, decimal)
    fc.assert(
      fc.property(price, price, price, price, (open, high, low, close) => {
        const all = [open, high, low, close]
        const isPrice = (text: string) =>
          /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text) && new exact(text).gt(0) && new exact(text).lt('1e13')
        const inOrder = all.every(isPrice) && exact.min(open, close).gte(low) && exact.max(open, close).lte(high)
        const bar = { session: '2026-06-30', open, high, low, close, volume: 1n }
        expect(barProblem(bar, { mic: 'XSHG', now }) === null).toBe(inOrder)
      }),
      runs,
    )
  })
})

describe('calendars without asking each time', () => {
  test('the date of a moment in a zone, also where its clock changes', () => {
    const zones = [
      'America/New_York',
      'Asia/Shanghai',
      'Asia/Hong_Kong',
      'UTC',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
    ]
    const clocks = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone })]))
    // Clocks changed, and in Apia a whole day was left out, within hours of these.
    const changes = [
      '2026-03-08T07:00:00Z',
      '2026-11-01T06:00:00Z',
      '2026-02-15T02:00:00Z',
      '2011-12-30T10:00:00Z',
      '1986-05-03T16:00:00Z',
    ]
    const near = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }))
    const moment = fc.oneof(
      near.map(([at, ms]) => Date.parse(at) + ms),
      fc.integer({ min: Date.parse('1950-01-01'), max: Date.parse('2100-01-01') }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, (zone, ms) => {
        expect(localDate(new Date(ms), zone)).toBe(clocks.get(zone)?.format(ms))
      }),
      runs,
    )
  })

  test('sessions counted, as many as are listed', () => {
    const date = fc.nat(1200).map((days) => addDays('2023-06-01', days))
    fc.assert(
      fc.property(fc.constantFrom(...mics), date, date, (mic, from, to) => {
        expect(countSessions(mic, from, to)).toBe(sessionsBetween(mic, from, to).length)
      }),
      { numRuns: 200 },
    )
  })
})
