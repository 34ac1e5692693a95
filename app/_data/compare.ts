import type { Query } from '@/app/_ui/url'
import { refusalWords } from '@/lib/api/compare/refusal'
import { type Comparison, comparison } from '@/lib/api/compare/view'
import type { Words } from '@/lib/api/compare/words'
import { type EventView, eventsView } from '@/lib/api/events/view'
import { listingsView } from '@/lib/api/listings/view'
import { milestonesView } from '@/lib/api/milestones/view'
import { type Shown, shownStates } from './annotator'
import { type CompareQuery, compareQuery, type WrongParameter } from './compareQuery'
import { pageMoment } from './moment'
import { pageStore } from './store'

/** The comparison at the base that was asked for, or with the reason at the first date that all listings have; null where nothing is stored yet. */
async function compared(asked: CompareQuery, at: Date): Promise<{ found: Comparison | null; why: Words | null }> {
  const { symbols, currency, adjust, base } = asked
  const input = { symbols, currency, adjust }
  if (symbols.length === 0) return { found: null, why: null }
  try {
    return { found: await comparison(pageStore(), { ...input, rebase: base }, at), why: null }
  } catch (error) {
    const why = refusalWords(error)
    try {
      return { found: await comparison(pageStore(), input, at), why }
    } catch (nothing) {
      refusalWords(nothing)
      return { found: null, why: null }
    }
  }
}

/** The tags and topics that the events have, each once, in the order of their names. */
export function filtersOf(events: readonly EventView[]) {
  const topics = new Map(events.flatMap((event) => event.topics.map((topic) => [topic.slug, topic] as const)))
  return {
    tags: [...new Set(events.flatMap(({ tags }) => tags))].sort(),
    topics: [...topics.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

function shownEvents(events: readonly EventView[], filter: string): { shown: EventView[]; wrong: WrongParameter[] } {
  if (filter === 'none') return { shown: [], wrong: [] }
  const { tags, topics } = filtersOf(events)
  const words = ['all', 'none', ...tags, ...topics.map(({ slug }) => slug)]
  if (!words.includes(filter)) {
    return { shown: [...events], wrong: [{ name: 'events', value: filter, kind: 'words', words }] }
  }
  const isShown = ({ tags: its, topics: of }: EventView) =>
    filter === 'all' || its.includes(filter) || of.some(({ slug }) => slug === filter)
  return { shown: events.filter(isShown), wrong: [] }
}

/** Everything the compare page shows for a query, read in process through the views of the API. What cannot be used is named and replaced. Drafts of events only when they are asked for. */
export async function compareData(query: Query, now: Date, shown: Shown = 'published') {
  const store = pageStore()
  const moment = pageMoment(query, now)
  const { at } = moment
  const [listings, events, milestones] = await Promise.all([
    listingsView(store, at),
    eventsView(store, { kind: 'event', status: shownStates[shown] }, moment.asOf === null ? undefined : at),
    milestonesView(store, at),
  ])
  const asked = compareQuery(
    query,
    listings.items.map(({ symbol }) => symbol),
  )
  const { found, why } = await compared(asked, at)
  const { shown: onChart, wrong } = shownEvents(events.items, asked.filter)
  return {
    ...asked,
    filter: wrong.length > 0 ? 'all' : asked.filter,
    wrong: [...asked.wrong, ...wrong],
    now: at.toISOString(),
    moment,
    /** Null where nothing is stored that could be compared. */
    found,
    /** Why the base that was asked for is not the one shown. */
    baseProblem: why,
    listings: listings.items,
    /** All events, in the order of the numbers they have everywhere, and the slugs of those on the chart. */
    events: events.items,
    shown: new Set(onChart.map(({ slug }) => slug)),
    milestones: asked.filter === 'all' ? milestones.items : [],
  }
}
