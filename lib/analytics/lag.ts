import type { TradingDate } from '@/lib/market/date'
import { type Alignment, assertAscending } from './align'

/**
 * The New York lag for a stock of the East: pairs each session with the last session of the West that has a date before it. Shanghai of a date closes hours
 * before New York of that date opens, so what it could know is the New York session before. Join prices by it, then compute returns: both then
 * span the same news. A western session pairs once, with the first eastern session after it; further ones (a holiday in New York) are left out
 * rather than set against a return of zero. Throws a RangeError for columns out of order.
 * Source: the lead and lag of markets whose hours do not overlap, as in Scholes and Williams, Estimating Betas from Nonsynchronous Data (1977).
 */
export function pairWithSessionBefore(east: readonly TradingDate[], west: readonly TradingDate[]): Alignment {
  return paired(east, west, (western, eastern) => western < eastern)
}

/**
 * The reverse, for a stock of the West: pairs each session with the last one of the East that has its date or an earlier one, which has closed before it
 * opens. An eastern session pairs once, with the first western session from its date on. Errors as `pairWithSessionBefore`.
 */
export function pairWithSessionUpTo(west: readonly TradingDate[], east: readonly TradingDate[]): Alignment {
  return paired(west, east, (eastern, western) => eastern <= western)
}

function paired(
  own: readonly TradingDate[],
  other: readonly TradingDate[],
  isKnown: (other: TradingDate, own: TradingDate) => boolean,
): Alignment {
  assertAscending(own)
  assertAscending(other)
  const out: Alignment = { session: [], first: [], second: [] }
  let next = 0
  for (const [i, session] of own.entries()) {
    const from = next
    while (next < other.length && isKnown(other[next] ?? '', session)) next++
    if (next === from) continue
    out.session.push(session)
    out.first.push(i)
    out.second.push(next - 1)
  }
  return out
}
