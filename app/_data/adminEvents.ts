import { type Query, queryValue } from '@/app/_ui/url'
import { type EventView, eventsView } from '@/lib/api/events/view'
import { listingsView } from '@/lib/api/listings/view'
import { topicsView } from '@/lib/api/topics/view'
import { statuses } from '@/lib/store/input'
import { pageStore } from './store'

const perPage = 50

/** Whether every word of `q` is in the title, the text, the source or the slug, in either language. */
export function holdsWords(event: EventView, q: string): boolean {
  const { slug, title, titleZh, text, textZh, sourceName, externalId } = event
  const all = [slug, title, titleZh, text, textZh, sourceName, externalId ?? ''].join('\n').toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** A page of all events in whatever state, the newest first, as its URL asks for it; with what can be chosen. */
export async function adminEventsData(query: Query, now: Date) {
  const store = pageStore()
  const [{ items: all }, listings, topics] = await Promise.all([
    eventsView(store, { status: statuses }),
    listingsView(store, now),
    topicsView(store),
  ])
  const tags = [...new Set(all.flatMap((event) => event.tags))].sort()
  const asked = (name: string) => queryValue(query, name)
  const [state, topic, tag, listing, q] = ['state', 'topic', 'tag', 'listing', 'q'].map(asked)
  const found = all
    .filter(
      (event) =>
        (state === undefined || event.status === state) &&
        (topic === undefined || event.topics.some(({ slug }) => slug === topic)) &&
        (tag === undefined || event.tags.includes(tag)) &&
        (listing === undefined || event.listings.some(({ symbol }) => symbol === listing)) &&
        (q === undefined || holdsWords(event, q)),
    )
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(Math.max(Number.parseInt(queryValue(query, 'page') ?? '1', 10) || 1, 1), pages)
  return {
    ...{ page, pages, tags },
    filter: { state, topic, tag, listing, q },
    items: found.slice((page - 1) * perPage, page * perPage),
    count: found.length,
    all: all.length,
    listings: listings.items,
    topics: topics.items,
  }
}
