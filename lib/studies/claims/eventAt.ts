import { eventKnownFrom } from '@/lib/market/eventKnown'
import type { Store } from '@/lib/store/connection/store'
import { eventBySlug, type StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { refuseTold, type ToldRefusal } from './result'
import { dayOf } from './words'

/** The published event of a slug, refused when there is none or it was not known at the moment. */
export async function eventAt(store: Store, slug: string, moment: Date): Promise<StoredEvent | ToldRefusal> {
  const event = await eventBySlug(store, slug)
  if (event === null) return refuseTold('not-known', `The event "${slug}" is not stored.`, `没有事件“${slug}”的记录。`)
  if (eventKnownFrom(eventTimeOf(event)) <= moment) return event
  return refuseTold(
    'not-known',
    `The event "${slug}" of ${event.start} was not known on ${dayOf(moment)}.`,
    `截至${dayOf(moment)}，事件“${slug}”（${event.start}）尚不为人所知。`,
  )
}
