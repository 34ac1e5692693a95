import { newYork } from './calendars/newYork'
import type { ExchangeCalendar } from './calendars/types'
import { hongKong } from './calendars/XHKG'
import { shanghai } from './calendars/XSHG'
import type { TradingDate } from './date'

/** The exchanges we know, by ISO 10383 market identifier code. */
export const mics = ['XSHG', 'XHKG', 'XNYS', 'XNAS'] as const
export type Mic = (typeof mics)[number]

export interface Exchange {
  readonly mic: Mic
  readonly name: string
  readonly nameZh: string
  /** IANA zone in which its dates and clock times are told. */
  readonly timeZone: string
  /**
   * Start and end of continuous trading of a full session, `HH:MM`. Hong Kong's closing auction (to 16:10) comes after
   * `close`: a feed's delay has to cover it.
   */
  readonly open: string
  readonly close: string
  /** Midday break as [from, to), null where there is none. */
  readonly lunch: readonly [string, string] | null
  /** First and last date its calendar speaks of. */
  readonly knownFrom: TradingDate
  readonly knownUntil: TradingDate
  /** Where its calendar comes from. */
  readonly source: string
}

const calendars: Readonly<Record<Mic, ExchangeCalendar>> = {
  XSHG: shanghai,
  XHKG: hongKong,
  XNYS: newYork,
  XNAS: newYork,
}

const newYorkHours = { timeZone: 'America/New_York', open: '09:30', close: '16:00', lunch: null } as const

const exchanges: Readonly<Record<Mic, Exchange>> = {
  XSHG: {
    mic: 'XSHG',
    name: 'Shanghai Stock Exchange',
    nameZh: '上海证券交易所',
    timeZone: 'Asia/Shanghai',
    open: '09:30',
    close: '15:00',
    lunch: ['11:30', '13:00'],
    ...known('XSHG'),
  },
  XHKG: {
    mic: 'XHKG',
    name: 'Hong Kong Stock Exchange',
    nameZh: '香港交易所',
    timeZone: 'Asia/Hong_Kong',
    open: '09:30',
    close: '16:00',
    lunch: ['12:00', '13:00'],
    ...known('XHKG'),
  },
  XNYS: { mic: 'XNYS', name: 'New York Stock Exchange', nameZh: '纽约证券交易所', ...newYorkHours, ...known('XNYS') },
  XNAS: { mic: 'XNAS', name: 'Nasdaq', nameZh: '纳斯达克', ...newYorkHours, ...known('XNAS') },
}

function known(mic: Mic): Pick<Exchange, 'knownFrom' | 'knownUntil' | 'source'> {
  const { knownFrom, knownUntil, source } = calendars[mic]
  return { knownFrom, knownUntil, source }
}

/** Whether the text is one of `mics`. */
export function isMic(text: string): text is Mic {
  return (mics as readonly string[]).includes(text)
}

/** Name, zone, hours and known range of an exchange. */
export function exchangeOf(mic: Mic): Exchange {
  return exchanges[mic]
}

/** The table of closures and early closes of an exchange. */
export function calendarOf(mic: Mic): ExchangeCalendar {
  return calendars[mic]
}
