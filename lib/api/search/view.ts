import { eventKnownFrom } from '@/lib/market/eventKnown'
import { eventDate } from '@/lib/market/eventTime'
import { listClaims } from '@/lib/store/claim/list'
import type { Store } from '@/lib/store/connection/store'
import { listEvents } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import { listListings } from '@/lib/store/listing/list'
import { listMilestones } from '@/lib/store/milestone/list'
import { listRules } from '@/lib/store/rule/list'
import { listTopics } from '@/lib/store/topic/list'
import { existsAt } from '../claims/view'
import type { SearchEntry, SearchView } from './schema'

export type { SearchEntry, SearchView } from './schema'

/**
 * Everything that can be found: listings and claims in display order, events latest first, milestones, rules. With `asOf` without what had not happened or not
 * been said then.
 */
export async function searchView(store: Store, now: Date, asOf?: Date): Promise<SearchView> {
  const [listings, events, claims, milestones, topics, rules] = await Promise.all([
    listListings(store.sql),
    listEvents(store),
    listClaims(store),
    listMilestones(store),
    listTopics(store),
    listRules(store.sql),
  ])
  const named = (slugs: readonly string[]) =>
    topics.filter(({ slug }) => slugs.includes(slug)).flatMap(({ name, nameZh }) => [name, nameZh])
  const known = asOf ? events.filter((event) => eventKnownFrom(eventTimeOf(event)) <= asOf) : events
  const items: SearchEntry[] = [
    ...listings.map(({ symbol, ticker, name, nameZh, topics: about }) => ({
      kind: 'listing' as const,
      slug: symbol,
      title: name,
      titleZh: nameZh,
      date: null,
      also: [ticker, ...named(about)],
    })),
    ...known.toReversed().map((event) => ({
      kind: 'event' as const,
      slug: event.slug,
      title: event.title,
      titleZh: event.titleZh,
      date: eventDate(eventTimeOf(event)),
      also: [
        ...event.tags,
        ...event.listings.map(({ symbol }) => symbol),
        ...event.topics.flatMap(({ name, nameZh }) => [name, nameZh]),
      ],
    })),
    ...claims
      .filter((claim) => existsAt(claim, asOf ?? now))
      .map(({ slug, statement, statementZh, statedOn }) => ({
        kind: 'claim' as const,
        slug,
        title: statement,
        titleZh: statementZh,
        date: statedOn,
        also: [],
      })),
    ...milestones.map(({ slug, title, titleZh, promised, topic }) => ({
      kind: 'milestone' as const,
      slug,
      title,
      titleZh,
      date: promised,
      also: named([topic]),
    })),
    ...rules.map(({ slug, name, nameZh, listings: about }) => ({
      kind: 'rule' as const,
      slug,
      title: name,
      titleZh: nameZh,
      date: null,
      also: [...about],
    })),
  ]
  return { items }
}
