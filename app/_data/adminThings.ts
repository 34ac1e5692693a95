import { type Query, queryValue } from '@/app/_ui/url'
import { judgedView } from '@/lib/api/claims/view'
import { eventsView } from '@/lib/api/events/view'
import { listingsView } from '@/lib/api/listings/view'
import { milestonesView, milestoneView } from '@/lib/api/milestones/view'
import { topicsView } from '@/lib/api/topics/view'
import { claimBySlug, listClaims } from '@/lib/store/claim/list'
import { type Status, statuses } from '@/lib/store/input'
import { listMilestones } from '@/lib/store/milestone/list'
import { pageStore } from './store'

interface Kept {
  readonly slug: string
  readonly status: Status
}

/** The things that pass the filters of the URL: a state, and words that must all be in one of `texts`. */
function filteredBy<Thing extends Kept>(
  query: Query,
  all: readonly Thing[],
  texts: (thing: Thing) => readonly string[],
) {
  const [state, q] = [queryValue(query, 'state'), queryValue(query, 'q')]
  const words = (q ?? '').toLowerCase().split(/\s+/)
  const items = all.filter((thing) => {
    const held = [thing.slug, ...texts(thing)].join('\n').toLowerCase()
    return (state === undefined || thing.status === state) && words.every((word) => held.includes(word))
  })
  return { items, all: all.length, filter: { state, q } }
}

/** All claims in whatever state with their verdicts, in display order, as the URL filters them. */
export async function adminClaimsData(query: Query, now: Date) {
  const store = pageStore()
  const claims = await listClaims(store, statuses)
  const found = filteredBy(query, claims, ({ statement, statementZh, kind }) => [statement, statementZh, kind])
  return { ...found, items: await Promise.all(found.items.map((claim) => judgedView(store, claim, now))) }
}

/** A claim in whatever state, null for a slug that is none; with what its form can name. */
export async function adminClaimData(slug: string, now: Date) {
  const store = pageStore()
  const [claim, events, topics, listings] = await Promise.all([
    claimBySlug(store, slug, statuses),
    eventsView(store, {}),
    topicsView(store),
    listingsView(store, now),
  ])
  return { claim, events: events.items, topics: topics.items, listings: listings.items }
}

/** All milestones in whatever state, in display order, as the URL filters them; those of products that nobody has announced yet at the end. */
export async function adminMilestonesData(query: Query, now: Date) {
  const store = pageStore()
  const [{ items: known }, stored] = await Promise.all([
    milestonesView(store, now, { status: statuses, toEditors: true }),
    listMilestones(store, statuses),
  ])
  const others = stored.filter(({ slug }) => !known.some((one) => one.slug === slug))
  const ahead = await Promise.all(others.map(({ slug }) => milestoneView(store, slug, now)))
  const all = [...known, ...ahead.filter((one) => one !== null)]
  return filteredBy(query, all, ({ title, titleZh, topic }) => [title, titleZh, topic])
}

/** A milestone in whatever state, null for a slug that is none; with the topics its form can name. */
export async function adminMilestoneData(slug: string, now: Date) {
  const store = pageStore()
  const [milestone, topics] = await Promise.all([milestoneView(store, slug, now), topicsView(store)])
  return { milestone, topics: topics.items }
}
