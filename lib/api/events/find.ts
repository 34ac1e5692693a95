import type { Store } from '@/lib/store/connection/store'
import { type EventFilter, eventBySlug, listEvents, type StoredEvent } from '@/lib/store/event/list'
import { listTopics } from '@/lib/store/topic/list'
import { nearest, unknownText } from '../parameters/near'
import { Problem } from '../problem/problem'

/** The problem of an event's slug that is not known, with slugs like it. `parameter` names the query parameter it came from. */
export async function unknownEvent(store: Store, slug: string, parameter?: string): Promise<Problem> {
  const events = await listEvents(store)
  const near = nearest(
    slug,
    events.map((event) => ({ name: event.slug, alias: [event.title] })),
  )
  const detail = unknownText(slug, near, '/api/v1/events?kind=all')
  return new Problem('unknown-event', detail, {
    near,
    ...(parameter === undefined ? {} : { parameters: [{ name: parameter, detail }] }),
  })
}

/** The event of a slug in one of the states (published when not given); throws the problem of `unknownEvent` when there is none. */
export async function findEvent(
  store: Store,
  slug: string,
  { parameter, status }: { readonly parameter?: string; readonly status?: EventFilter['status'] } = {},
): Promise<StoredEvent> {
  const event = await eventBySlug(store, slug, status)
  if (event === null) throw await unknownEvent(store, slug, parameter)
  return event
}

/** Passes when the store has the topic; else throws the problem `unknown-topic` with topics like it. */
export async function assertTopic(store: Store, slug: string): Promise<void> {
  const topics = await listTopics(store)
  if (topics.some((topic) => topic.slug === slug)) return
  const near = nearest(
    slug,
    topics.map((topic) => ({ name: topic.slug, alias: [topic.name, topic.nameZh] })),
  )
  const detail = unknownText(slug, near, '/api/v1/topics')
  throw new Problem('unknown-topic', detail, { near, parameters: [{ name: 'topic', detail }] })
}
