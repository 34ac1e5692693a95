import { dayZeroOf, type EventTime } from '@/lib/market/eventTime'
import { exchangeOf, isMic } from '@/lib/market/exchange'
import type { DayZeroView } from './schema'

/** Day 0 of an event for one listing, with a note where there is none or the hour is not known. */
export function dayZeroView(time: EventTime, { symbol, mic }: { symbol: string; mic: string }): DayZeroView {
  const view = (session: string | null, note: string | null, noteZh: string | null) => ({
    ...{ symbol, mic, session, note, noteZh },
  })
  if (!isMic(mic)) return view(null, `The calendar of ${mic} is not known`, `没有 ${mic} 的交易日历`)
  const { session, reason } = dayZeroOf(time, mic)
  if (reason === 'month') return view(session, 'Only the month is known', '仅知所在月份')
  if (reason === 'calendar-unknown') {
    const { knownFrom, knownUntil } = exchangeOf(mic)
    return view(
      session,
      `The calendar of ${mic} is known from ${knownFrom} to ${knownUntil} only`,
      `${mic} 的交易日历仅涵盖 ${knownFrom} 至 ${knownUntil}`,
    )
  }
  const byDate = time.precision === 'day' && (time.phase === 'unknown' || time.homeMic === null)
  return byDate
    ? view(
        session,
        'The hour is not known: the session of that date, or the next one',
        '时刻不详：取该日期的交易日，或其后的第一个',
      )
    : view(session, null, null)
}
