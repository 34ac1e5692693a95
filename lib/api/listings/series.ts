import { barFeedsFor } from '@/lib/feeds/registry'
import { adjustBars } from '@/lib/market/adjustment'
import { seriesAge } from '@/lib/market/age'
import { isMic } from '@/lib/market/exchange'
import type { StoredAction } from '@/lib/store/action/read'
import type { SeriesStatus } from '@/lib/store/bar/status'
import { sourceOf } from '../source/feedName'
import type { SeriesView } from './schema'

function ageOf(mic: string, lastSession: string | null, now: Date): SeriesView['age'] {
  if (!isMic(mic)) return { state: 'unknown', sessionsBehind: null, lastDue: null }
  return seriesAge({ mic, lastSession, now, delayMinutes: barFeedsFor(mic)[0]?.delayMinutes ?? 0 })
}

/** Change between the last two settled closes; across a split the earlier one is adjusted first. */
function changeOf(
  { lastClose, previousClose, previousSession, lastSettledSession }: SeriesStatus,
  actions: readonly StoredAction[],
): Pick<SeriesView, 'change' | 'changeBasis'> {
  if (lastClose === null || previousClose === null || previousSession === null || lastSettledSession === null) {
    return { change: null, changeBasis: 'as-traded' }
  }
  const between = actions.filter(
    ({ kind, exDate }) => kind === 'split' && exDate > previousSession && exDate <= lastSettledSession,
  )
  const closes = [previousClose, lastClose]
  const columns = { open: closes, high: closes, low: closes, close: closes, volume: [null, null] }
  const { close } = adjustBars({ session: [previousSession, lastSettledSession], ...columns }, between, 'split')
  const change = Number((Number(close[1]) / Number(close[0]) - 1).toFixed(8))
  return { change, changeBasis: between.length > 0 ? 'split' : 'as-traded' }
}

const numberOrNull = (text: string | null) => (text === null ? null : Number(text))

/** The state of a stored series at `now`: its ends, its last change, its source, and its age in market time. */
export function seriesView(mic: string, status: SeriesStatus, actions: readonly StoredAction[], now: Date): SeriesView {
  const { sessions, firstSession, lastSession, lastSettledSession, previousSession, lastAttempt } = status
  return {
    sessions,
    firstSession,
    lastSession,
    lastSettledSession,
    lastClose: numberOrNull(status.lastClose),
    previousClose: numberOrNull(status.previousClose),
    previousSession,
    ...changeOf(status, actions),
    source: sourceOf(status.feed),
    fetchedAt: status.fetchedAt?.toISOString() ?? null,
    asOf: status.asOf?.toISOString() ?? null,
    age: ageOf(mic, lastSettledSession, now),
    lastAttempt: lastAttempt && { ...lastAttempt, at: new Date(lastAttempt.at).toISOString() },
  }
}
