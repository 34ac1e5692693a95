import { eventKnownFrom } from '@/lib/market/eventKnown'
import { eventDate } from '@/lib/market/eventTime'
import { daysPastWindow, milestoneState, promisedWindow } from '@/lib/market/period'
import { localDate } from '@/lib/market/zone'
import type { Store } from '@/lib/store/connection/store'
import { listEvents, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { listMilestones } from '@/lib/store/milestone/list'
import type { MilestonesView, MilestoneView } from './schema'

export type { MilestonesView, MilestoneView } from './schema'

/** The first of some events, ascending by start, that names each topic. */
function firstByTopic(events: readonly StoredEvent[]): Map<string, StoredEvent> {
  const first = new Map<string, StoredEvent>()
  for (const event of events) for (const { slug } of event.topics) if (!first.has(slug)) first.set(slug, event)
  return first
}

function announcementOf(event: StoredEvent | undefined): MilestoneView['announced'] {
  if (event === undefined) return null
  const { slug, title, titleZh } = event
  return { event: slug, title, titleZh, date: eventDate(eventTimeOf(event)) }
}

/**
 * Published milestones in display order, each with its window and its state on the UTC date of `now`. One whose product no event had named by then was not
 * known and is left out; where no event names it at all it stays.
 */
export async function milestonesView(store: Store, now: Date): Promise<MilestonesView> {
  const today = localDate(now, 'UTC')
  const [milestones, events] = await Promise.all([listMilestones(store), listEvents(store, { kind: 'event' })])
  const first = firstByTopic(events)
  const known = milestones.filter(({ topic }) => {
    const event = first.get(topic)
    return event === undefined || eventKnownFrom(eventTimeOf(event)) <= now
  })
  return {
    items: known.map((milestone) => ({
      ...milestone,
      window: milestone.promised === null ? null : promisedWindow(milestone.promised),
      state: milestoneState({ ...milestone, today }),
      daysLate: daysPastWindow({ ...milestone, today }),
      announced: announcementOf(first.get(milestone.topic)),
    })),
  }
}
