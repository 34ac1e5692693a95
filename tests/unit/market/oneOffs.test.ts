import { describe, expect, test } from 'vitest'
import { dayZero } from '@/lib/market/eventTime'
import { calendarOf, exchangeOf, type Mic } from '@/lib/market/exchange'
import { marketPhase } from '@/lib/market/phase'
import { closureReason, isOpen, isSession, sessionClose, sessionOpen, sessionsBetween } from '@/lib/market/sessions'
import { localTime } from '@/lib/market/zone'

const at = (text: string) => new Date(text)
const clock = (moment: Date, mic: Mic) => localTime(moment, exchangeOf(mic).timeZone)
const told = (start: string) => ({
  start,
  end: null,
  precision: 'minute' as const,
  phase: 'unknown' as const,
  homeMic: null,
})

describe('days an exchange lost', () => {
  test.each<[Mic, string, RegExp]>([
    ['XNYS', '2018-12-05', /President Bush/],
    ['XNAS', '2018-12-05', /President Bush/],
    ['XSHG', '2015-09-03', /victory/],
    ['XSHG', '2015-09-04', /victory/],
    ['XHKG', '2015-09-03', /victory/],
    ['XSHG', '2020-01-31', /epidemic/],
    ['XHKG', '2015-04-07', /Easter/],
    ['XHKG', '2016-08-02', /Nida/],
    ['XHKG', '2016-10-21', /Haima/],
    ['XHKG', '2017-08-23', /Hato/],
    ['XHKG', '2020-10-13', /Nangka/],
    ['XHKG', '2021-10-13', /Kompasu/],
    ['XHKG', '2023-07-17', /Talim/],
    ['XHKG', '2023-09-01', /Saola/],
    ['XHKG', '2023-09-08', /rainstorm/],
    ['XHKG', '2024-09-06', /Yagi/],
  ])('%s on %s', (mic, date, reason) => {
    expect(isSession(mic, date)).toBe(false)
    expect(closureReason(mic, date)).toMatch(reason)
  })

  test('weather closed Hong Kong on nine weekdays from 2015 to 2026, and on no other', () => {
    const lost = Object.values(calendarOf('XHKG').years)
      .flatMap(({ closures }) => Object.entries(closures))
      .filter(([, reason]) => /typhoon|storm/i.test(reason))
    expect(lost).toHaveLength(9)
  })

  test('Shanghai stayed closed from Chinese New Year’s Eve of 2020 to the Sunday of 2 February', () => {
    expect(sessionsBetween('XSHG', '2020-01-23', '2020-02-04')).toEqual(['2020-01-23', '2020-02-03', '2020-02-04'])
  })

  test.each<[Mic, string]>([
    ['XNYS', '2015-07-02'],
    ['XNYS', '2015-07-08'],
    ['XNYS', '2021-06-18'],
    ['XNYS', '2021-12-31'],
    ['XHKG', '2018-09-17'],
    ['XHKG', '2022-07-04'],
    ['XHKG', '2022-11-02'],
    ['XHKG', '2023-10-09'],
    ['XHKG', '2016-12-30'],
    ['XSHG', '2015-09-07'],
    ['XSHG', '2016-01-07'],
    ['XSHG', '2018-12-28'],
    ['XSHG', '2020-02-03'],
  ])('%s traded on %s', (mic, date) => {
    expect(isSession(mic, date)).toBe(true)
  })
})

describe('sessions cut short', () => {
  test.each<[Mic, string, string, string]>([
    ['XSHG', '2016-01-04', '09:30', '13:33'],
    ['XSHG', '2016-01-05', '09:30', '15:00'],
    ['XSHG', '2016-01-07', '09:30', '09:58'],
    ['XSHG', '2016-01-08', '09:30', '15:00'],
    ['XHKG', '2019-07-31', '09:30', '13:55'],
    ['XHKG', '2020-08-19', '13:30', '16:00'],
    ['XHKG', '2021-06-28', '13:30', '16:00'],
    ['XHKG', '2022-08-25', '13:00', '16:00'],
    ['XHKG', '2022-11-02', '09:30', '13:55'],
    ['XHKG', '2023-10-09', '14:00', '16:00'],
    ['XHKG', '2015-02-18', '09:30', '12:00'],
    ['XHKG', '2022-01-31', '09:30', '12:00'],
    ['XHKG', '2016-12-23', '09:30', '16:00'],
    ['XNYS', '2015-12-24', '09:30', '13:00'],
    ['XNYS', '2016-11-25', '09:30', '13:00'],
    ['XNAS', '2018-12-24', '09:30', '13:00'],
    ['XNYS', '2020-07-02', '09:30', '16:00'],
    ['XNYS', '2023-07-03', '09:30', '13:00'],
  ])('%s on %s traded from %s to %s', (mic, date, open, close) => {
    expect([clock(sessionOpen(mic, date), mic), clock(sessionClose(mic, date), mic)]).toEqual([open, close])
  })

  test('a morning lost to the weather is before the open, with no midday break in it', () => {
    expect(isOpen('XHKG', at('2023-10-09T02:00:00Z'))).toBe(false)
    expect(isOpen('XHKG', at('2023-10-09T05:59:59Z'))).toBe(false)
    expect(isOpen('XHKG', at('2023-10-09T06:00:00Z'))).toBe(true)
    expect(isOpen('XHKG', at('2022-08-25T04:59:59Z'))).toBe(false)
    expect(isOpen('XHKG', at('2022-08-25T05:00:00Z'))).toBe(true)
    expect(marketPhase('XHKG', at('2023-10-09T02:00:00Z'))).toBe('pre-open')
    expect(marketPhase('XHKG', at('2022-11-02T05:55:00Z'))).toBe('after-close')
  })

  test('news after an early end meets the next session, before it the same', () => {
    expect(dayZero(told('2016-01-07T01:57:59Z'), 'XSHG')).toBe('2016-01-07')
    expect(dayZero(told('2016-01-07T01:58:00Z'), 'XSHG')).toBe('2016-01-08')
    expect(dayZero(told('2022-11-02T06:30:00Z'), 'XHKG')).toBe('2022-11-03')
    expect(dayZero(told('2023-09-07T16:00:00Z'), 'XHKG')).toBe('2023-09-11')
  })
})
