import type { TradingDate } from '../date'

/** The days on which an exchange departs from "every weekday, usual hours", year by year as they were announced. */
export interface ExchangeCalendar {
  /** First and last day the table speaks of. Outside there is no verdict. */
  readonly knownFrom: TradingDate
  readonly knownUntil: TradingDate
  /** Which public announcements the table follows. */
  readonly source: string
  readonly years: CalendarYears
}

/**
 * One entry a year from knownFrom to knownUntil; an earlier year is added by putting it in front and moving
 * knownFrom.
 */
export type CalendarYears = Readonly<Record<number, CalendarYear>>

export interface CalendarYear {
  /** Weekdays without a session, each with its reason. */
  readonly closures: Readonly<Record<TradingDate, string>>
  /** Sessions that end early, with their close as `HH:MM` on the exchange's clock. */
  readonly earlyCloses: Readonly<Record<TradingDate, string>>
  /** Sessions that begin late, with their open as `HH:MM` on the exchange's clock; left out for a year without one. */
  readonly lateOpens?: Readonly<Record<TradingDate, string>>
}
