import type { TradingDate } from './date'
import { exchangeOf, type Mic } from './exchange'

/** Asked about a date before or after what an exchange's calendar speaks of: there is no verdict, not "no session". */
export class CalendarUnknownError extends Error {
  override readonly name = 'CalendarUnknownError'
  readonly knownFrom: TradingDate
  readonly knownUntil: TradingDate
  constructor(
    readonly mic: Mic,
    readonly date: TradingDate,
  ) {
    const { knownFrom, knownUntil } = exchangeOf(mic)
    super(`the calendar of ${mic} is known from ${knownFrom} to ${knownUntil} and says nothing about ${date}`)
    this.knownFrom = knownFrom
    this.knownUntil = knownUntil
  }
}

/** Passes when the calendar of the exchange speaks of the date; else throws CalendarUnknownError. */
export function assertKnown(mic: Mic, date: TradingDate): void {
  const { knownFrom, knownUntil } = exchangeOf(mic)
  if (date < knownFrom || date > knownUntil) throw new CalendarUnknownError(mic, date)
}
