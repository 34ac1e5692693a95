import type { EventTime } from '@/lib/market/eventTime'
import { isMic } from '@/lib/market/exchange'
import type { StoredEvent } from './list'

/** The time of a stored event, told at the exchange of the first listing it names. */
export function eventTimeOf({ start, end, precision, phase, listings }: StoredEvent): EventTime {
  const home = listings[0]?.mic
  return { start, end, precision, phase, homeMic: home !== undefined && isMic(home) ? home : null }
}
