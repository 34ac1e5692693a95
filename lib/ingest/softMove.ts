import type { FeedBar } from '@/lib/feeds/types'
import type { Action } from '@/lib/market/corporateAction'
import { daysBetween } from '@/lib/market/date'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { exchangeOf, type Mic } from '@/lib/market/exchange'
import { countSessions } from '@/lib/market/sessions'

/** Sessions from one to the other, 1 for neighbours; by days of the week where the calendar does not reach. */
export function sessionsApart(mic: Mic, from: string, to: string): number {
  const { knownFrom, knownUntil } = exchangeOf(mic)
  if (from >= knownFrom && to <= knownUntil) return countSessions(mic, from, to) - 1
  return Math.max(1, Math.round((daysBetween(from, to) * 5) / 7))
}

const exDates = new WeakMap<readonly Action[], readonly string[]>()

/** Whether any action has an ex-date in (from, to]: hardly any two bars have one between them, and series have hundreds. */
function anyBetween(actions: readonly Action[], from: string, to: string): boolean {
  if (actions.length === 0) return false
  const dates = exDates.get(actions) ?? actions.map(({ exDate }) => exDate).sort()
  exDates.set(actions, dates)
  let at = indexAtOrAfter(dates, from)
  while (dates[at] === from) at++
  const next = dates[at]
  return next !== undefined && next <= to
}

/** What a price becomes by the actions with an ex-date in (from, to]: less the cash, divided by the ratio. */
function carried(price: number, actions: readonly Action[], from: string, to: string): number {
  if (!anyBetween(actions, from, to)) return price
  let [cash, ratio] = [0, 1]
  for (const action of actions) {
    if (action.exDate <= from || action.exDate > to) continue
    if (action.kind === 'split') ratio *= action.numerator / action.denominator
    else cash += Number(action.cash)
  }
  return cash < price ? (price - cash) / ratio : price / ratio
}

/** The log return from a close to a later bar's close (or open), corporate actions between them taken out. For verdicts only: nothing of it is stored. */
export function logMove(
  from: FeedBar,
  to: FeedBar,
  actions: readonly Action[],
  cell: 'open' | 'close' = 'close',
): number {
  return Math.log(Number(to[cell]) / carried(Number(from.close), actions, from.session, to.session))
}

/** The log returns between neighbouring bars. */
export function logReturns(bars: readonly FeedBar[], actions: readonly Action[]): number[] {
  return bars.flatMap((bar, i) => {
    const before = bars[i - 1]
    return before === undefined ? [] : [logMove(before, bar, actions)]
  })
}
