import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfEpochDay } from '@/lib/market/date'
import { localDate, localTime, momentAt } from '@/lib/market/zone'

const newYork = 'America/New_York'
const zones = fc.constantFrom(newYork, 'Asia/Shanghai', 'Asia/Hong_Kong', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC')
const iso = (date: string, time: string, zone: string) => momentAt(date, time, zone).toISOString()

/** What the clocks of a zone show, asked of the runtime alone. */
const asked = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)

describe('local times of a zone', () => {
  test('are those of the runtime, on every hour around each change of the clocks and at any other moment', () => {
    const odd = ['Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia', 'Africa/Casablanca', 'Africa/Monrovia']
    const moment = fc.integer({ min: Date.UTC(1965, 0, 1), max: Date.UTC(2037, 0, 1) })
    const near = fc.tuple(fc.constantFrom('2025-03-09', '2025-11-02', '2011-12-30', '2025-04-05'), fc.nat(96))
    const around = near.map(([day, half]) => Date.parse(`${day}T00:00:00Z`) + (half - 48) * 1_800_000)
    fc.assert(
      fc.property(fc.oneof(moment, around), fc.oneof(zones, fc.constantFrom(...odd)), (at, zone) => {
        const [date, time] = [localDate(new Date(at), zone), localTime(new Date(at), zone)]
        expect(`${date} ${time}`).toBe(asked(at, zone))
      }),
      { numRuns: 500 },
    )
  })

  test('Shanghai keeps one offset, New York has two', () => {
    expect(iso('2025-08-26', '15:00', 'Asia/Shanghai')).toBe('2025-08-26T07:00:00.000Z')
    expect(iso('2025-08-27', '16:00', newYork)).toBe('2025-08-27T20:00:00.000Z')
    expect(iso('2025-12-10', '16:00', newYork)).toBe('2025-12-10T21:00:00.000Z')
  })

  test('the days around both nights of the clock change have the right offset', () => {
    expect(iso('2025-03-07', '16:00', newYork)).toBe('2025-03-07T21:00:00.000Z')
    expect(iso('2025-03-09', '01:59', newYork)).toBe('2025-03-09T06:59:00.000Z')
    expect(iso('2025-03-09', '03:00', newYork)).toBe('2025-03-09T07:00:00.000Z')
    expect(iso('2025-03-10', '16:00', newYork)).toBe('2025-03-10T20:00:00.000Z')
    expect(iso('2025-10-31', '16:00', newYork)).toBe('2025-10-31T20:00:00.000Z')
    expect(iso('2025-11-02', '00:00', newYork)).toBe('2025-11-02T04:00:00.000Z')
    expect(iso('2025-11-03', '00:00', newYork)).toBe('2025-11-03T05:00:00.000Z')
    expect(iso('2025-11-03', '09:30', newYork)).toBe('2025-11-03T14:30:00.000Z')
  })

  test('a skipped time moves on by the gap, a doubled time means the first', () => {
    expect(iso('2025-03-09', '02:30', newYork)).toBe('2025-03-09T07:30:00.000Z')
    expect(localTime(momentAt('2025-03-09', '02:30', newYork), newYork)).toBe('03:30')
    expect(iso('2025-11-02', '01:30', newYork)).toBe('2025-11-02T05:30:00.000Z')
  })

  test('so it is east of Greenwich, and where the clocks move by half an hour', () => {
    expect(iso('2025-03-30', '02:30', 'Europe/Berlin')).toBe('2025-03-30T01:30:00.000Z')
    expect(iso('2025-10-26', '02:30', 'Europe/Berlin')).toBe('2025-10-26T00:30:00.000Z')
    expect(iso('2025-10-26', '03:00', 'Europe/Berlin')).toBe('2025-10-26T02:00:00.000Z')
    expect(iso('2025-10-05', '02:15', 'Australia/Lord_Howe')).toBe('2025-10-04T15:45:00.000Z')
    expect(iso('2025-04-06', '01:45', 'Australia/Lord_Howe')).toBe('2025-04-05T14:45:00.000Z')
  })

  test('the date is the one on the wall, not the one in UTC', () => {
    const night = new Date('2025-04-15T21:22:59Z')
    expect(localDate(night, newYork)).toBe('2025-04-15')
    expect(localDate(night, 'Asia/Shanghai')).toBe('2025-04-16')
    expect(localTime(night, newYork)).toBe('17:22')
    expect(localTime(night, 'Asia/Shanghai')).toBe('05:22')
    expect(localTime(new Date('2025-01-01T05:00:00Z'), newYork)).toBe('00:00')
  })

  test('every time that exists comes back, in every zone, near the clock changes too', () => {
    const moments = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
    fc.assert(
      fc.property(moments, zones, (minutes, zone) => {
        const moment = new Date(minutes * 60_000)
        const back = momentAt(localDate(moment, zone), localTime(moment, zone), zone)
        // The second pass of a doubled hour comes back as the first: never later, at most an hour earlier.
        const early = moment.getTime() - back.getTime()
        expect([0, 1_800_000, 3_600_000]).toContain(early)
        expect(localTime(back, zone)).toBe(localTime(moment, zone))
        expect(localDate(back, zone)).toBe(localDate(moment, zone))
      }),
    )
  })

  test('on the nights of the clock change every minute of the wall maps forward in order', () => {
    for (const date of ['2024-03-10', '2024-11-03', '2025-03-09', '2025-11-02', '2026-03-08', '2026-11-01']) {
      let last = Number.NEGATIVE_INFINITY
      for (let minute = 0; minute < 1440; minute += 5) {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const moment = momentAt(date, time, newYork)
        expect(localDate(moment, newYork)).toBe(date)
        const skipped = date.includes('-03-') && time >= '02:00' && time < '03:00'
        if (skipped) expect(localTime(moment, newYork)).toBe(`03${time.slice(2)}`)
        else {
          expect(localTime(moment, newYork)).toBe(time)
          // Skipped times land in the hour after; apart from them the order of the wall is the order of time.
          expect(moment.getTime()).toBeGreaterThan(last)
          last = moment.getTime()
        }
      }
    }
  })

  test('the hours of the exchanges never fall into a clock change', () => {
    const dates = fc.integer({ min: 16_436, max: 23_000 }).map(dateOfEpochDay)
    fc.assert(
      fc.property(dates, fc.constantFrom('09:30', '13:00', '16:00'), zones, (date, time, zone) => {
        const moment = momentAt(date, time, zone)
        expect([localDate(moment, zone), localTime(moment, zone)]).toEqual([date, time])
      }),
    )
  })

  test('bad input is named', () => {
    expect(() => momentAt('2025-02-30', '10:00', newYork)).toThrow(/2025-02-30/)
    expect(() => momentAt('2025-02-03', '24:00', newYork)).toThrow(/"24:00" is not a time/)
    expect(() => momentAt('2025-02-03', '9:30', newYork)).toThrow(/"9:30" is not a time/)
    expect(() => localDate(new Date('2025-01-01T00:00:00Z'), 'Mars/Base')).toThrow(/"Mars\/Base" is not an IANA/)
    expect(() => localDate(new Date('nonsense'), newYork)).toThrow(/invalid Date/)
  })
})
