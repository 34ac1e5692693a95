import { calendarOf, exchangeOf, isMic, type Mic, mics } from '@/lib/market/exchange'

/** What charts call an exchange. */
const shortNames: Readonly<Record<Mic, string>> = { XSHG: 'SSE', XHKG: 'HKEX', XNYS: 'NYSE', XNAS: 'NASDAQ' }

/** The short name of an exchange (`SSE`); an unknown one goes by its code. */
export function exchangeName(mic: string): string {
  return isMic(mic) ? shortNames[mic] : mic
}

/** Every exchange as `{value, name, desc}`, the first for all of them. */
export function exchangeChoices(): { value: string; name: string; desc: string }[] {
  const one = (mic: Mic) => ({ value: shortNames[mic], name: shortNames[mic], desc: exchangeOf(mic).name })
  return [{ value: '', name: 'All exchanges', desc: '' }, ...mics.map(one)]
}

const clock = (time: string) => time.replace(':', '')
const compact = (date: string) => date.replaceAll('-', '')

/** A day's trading as `0930-1130,1300-1500`: what of the usual hours lies between an open and a close, `HH:MM`. */
function hoursBetween(mic: Mic, open: string, close: string): string {
  const { lunch } = exchangeOf(mic)
  const parts =
    lunch === null
      ? [[open, close]]
      : [
          [open, lunch[0]],
          [lunch[1], close],
        ]
  return parts
    .map(([from = '', to = '']) => [from > open ? from : open, to < close ? to : close] as const)
    .filter(([from, to]) => from < to)
    .map(([from, to]) => `${clock(from)}-${clock(to)}`)
    .join(',')
}

/** When an exchange trades, in the forms of TradingView's symbol information. */
export interface TradingHours {
  readonly timezone: string
  /** Usual hours on the exchange's clock, `0930-1130,1300-1500`. */
  readonly session: string
  /** Weekdays without trading, `20250101,20250128`. */
  readonly session_holidays: string
  /** Days with other hours, `0930-1300:20251128,20251224`; groups apart by semicolons. */
  readonly corrections: string
}

const known = new Map<Mic, TradingHours>()

/** The hours of an exchange over its known calendar. Put together once. */
export function tradingHours(mic: Mic): TradingHours {
  const made = known.get(mic)
  if (made) return made
  const { timeZone, open, close } = exchangeOf(mic)
  const years = Object.values(calendarOf(mic).years)
  const odd = new Map<string, string[]>()
  for (const { earlyCloses, lateOpens = {} } of years) {
    for (const date of new Set([...Object.keys(earlyCloses), ...Object.keys(lateOpens)])) {
      const hours = hoursBetween(mic, lateOpens[date] ?? open, earlyCloses[date] ?? close)
      odd.set(hours, [...(odd.get(hours) ?? []), compact(date)])
    }
  }
  const hours = {
    timezone: timeZone,
    session: hoursBetween(mic, open, close),
    session_holidays: years
      .flatMap(({ closures }) => Object.keys(closures).map(compact))
      .sort()
      .join(','),
    corrections: [...odd].map(([times, dates]) => `${times}:${dates.sort().join(',')}`).join(';'),
  }
  known.set(mic, hours)
  return hours
}
