import { addDays, type TradingDate, weekday } from './date'
import { indexAtOrAfter } from './dateIndex'
import { calendarOf, exchangeOf, type Mic } from './exchange'
import { momentAt } from './zone'

interface SessionTable {
  /** Every session of the known range, ascending. */
  readonly sessions: readonly TradingDate[]
  /** Where each stands among them. */
  readonly places: ReadonlyMap<TradingDate, number>
  /** Epoch milliseconds. */
  readonly opens: Map<TradingDate, number>
  readonly closes: Map<TradingDate, number>
}

const tables = new Map<Mic, SessionTable>()

function tableOf(mic: Mic): SessionTable {
  const built = tables.get(mic)
  if (built) return built
  const { knownFrom, knownUntil, years } = calendarOf(mic)
  const sessions: TradingDate[] = []
  for (let date = knownFrom; date <= knownUntil; date = addDays(date, 1)) {
    if (weekday(date) <= 5 && years[Number(date.slice(0, 4))]?.closures[date] === undefined) sessions.push(date)
  }
  const places = new Map(sessions.map((session, place) => [session, place]))
  const table: SessionTable = { sessions, places, opens: new Map(), closes: new Map() }
  tables.set(mic, table)
  return table
}

/** Every session of the exchange's known range, ascending. Built once. */
export function allSessions(mic: Mic): readonly TradingDate[] {
  return tableOf(mic).sessions
}

/** Where a date stands among `allSessions`; undefined when it is no session, or no date at all. */
export function sessionPlace(mic: Mic, date: TradingDate): number | undefined {
  return tableOf(mic).places.get(date)
}

/** Number of sessions before the date (so the index of the first session on or after it), by bisection. */
export function sessionIndex(mic: Mic, date: TradingDate): number {
  return indexAtOrAfter(tableOf(mic).sessions, date)
}

/** As `sessionMoment`, in epoch milliseconds. */
export function sessionMs(mic: Mic, session: TradingDate, edge: 'open' | 'close'): number {
  const table = tableOf(mic)
  const memo = edge === 'open' ? table.opens : table.closes
  const known = memo.get(session)
  if (known !== undefined) return known
  const exchange = exchangeOf(mic)
  const year = calendarOf(mic).years[Number(session.slice(0, 4))]
  const time =
    edge === 'open' ? (year?.lateOpens?.[session] ?? exchange.open) : (year?.earlyCloses[session] ?? exchange.close)
  const moment = momentAt(session, time, exchange.timeZone).getTime()
  memo.set(session, moment)
  return moment
}

/** Opening and closing moments of a known session, computed once a session. The caller has checked that it is one. */
export function sessionMoment(mic: Mic, session: TradingDate, edge: 'open' | 'close'): Date {
  return new Date(sessionMs(mic, session, edge))
}
