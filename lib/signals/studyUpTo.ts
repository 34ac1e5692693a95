import { returnsOf } from '@/lib/analytics/returns'
import { eventKnownFrom } from '@/lib/market/eventKnown'
import { exchangeOf, isMic, type Mic } from '@/lib/market/exchange'
import { isSession, sessionClose } from '@/lib/market/sessions'
import { momentAt } from '@/lib/market/zone'
import { eventTimeOf } from '@/lib/store/event/time'
import { eventDaysOf } from '@/lib/studies/event/eventDays'
import type { StudySeries } from '@/lib/studies/event/series'
import type { StudySource } from '@/lib/studies/event/source'

function closeOf(mic: Mic, session: string): Date {
  if (isSession(mic, session)) return sessionClose(mic, session)
  const { close, timeZone } = exchangeOf(mic)
  return momentAt(session, close, timeZone)
}

function seriesUpTo(series: StudySeries, mic: string, moment: Date): StudySeries {
  const { session, close, traded, benchmarkClose, volume } = series
  const count = isMic(mic) ? session.findLastIndex((date) => closeOf(mic, date) <= moment) + 1 : session.length
  if (count === session.length) return series
  const closes = close.slice(0, count)
  const benchmark = benchmarkClose?.slice(0, count) ?? null
  return {
    session: session.slice(0, count),
    close: closes,
    traded: traded.slice(0, count),
    benchmarkClose: benchmark,
    volume: volume.subarray(0, count),
    unsettled: [],
    feeds: series.feeds,
    returns: (kind) => ({ firm: returnsOf(closes, kind), market: benchmark && returnsOf(benchmark, kind) }),
  }
}

/** A source as it could be known at an earlier moment: the sessions that had closed, the events that had happened. Reads nothing that the source has read. */
export function studyUpTo(source: StudySource, moment: Date): StudySource {
  const known = async () => (await source.events()).filter((event) => eventKnownFrom(eventTimeOf(event)) <= moment)
  return {
    now: moment,
    listing: source.listing,
    events: known,
    eventDays: async (listing) => eventDaysOf(await known(), listing),
    series: async (listing) => seriesUpTo(await source.series(listing), listing.mic, moment),
  }
}
