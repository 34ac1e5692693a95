import { study as texts } from '@/app/_ui/messages/study'
import { hrefWith, type Query, queryValue } from '@/app/_ui/url'
import { type EventView, eventsView, eventView } from '@/lib/api/events/view'
import { findListing } from '@/lib/api/listings/find'
import { listingsView } from '@/lib/api/listings/view'
import { Problem } from '@/lib/api/problem/problem'
import { readStudySettings } from '@/lib/api/study/parameters'
import { type StudyView, studyView } from '@/lib/api/study/view'
import { type PageMoment, pageMoment, urlAt } from './moment'
import { pageStore } from './store'

/** The study that an event's page shows, and what of the query could not be used. */
export interface StudyData {
  readonly view: StudyView
  /** Of the API, for exactly this view. */
  readonly url: string
  readonly problems: readonly string[]
}

/** The listing asked for, else the first one of the event with the reason; null where there is none at all. */
async function chosenListing({ listings }: EventView, asked: string | undefined) {
  const store = pageStore()
  const symbols = asked === undefined ? [] : [asked]
  try {
    const [symbol = listings[0]?.symbol] = symbols
    return symbol === undefined ? null : { listing: await findListing(store, symbol, 'listing'), problem: null }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    const first = listings[0]
    const problem = texts.wrong('listing', asked ?? '', error.message)
    return first === undefined ? null : { listing: await findListing(store, first.symbol), problem }
  }
}

async function studyData(event: EventView, query: Query, moment: PageMoment): Promise<StudyData | null> {
  const chosen = await chosenListing(event, queryValue(query, 'listing'))
  if (chosen === null) return null
  const { listing, problem } = chosen
  const given = Object.fromEntries(Object.keys(query).map((name) => [name, queryValue(query, name)]))
  const { settings, wrong } = readStudySettings(given)
  const taken = Object.entries(settings).flatMap(([name, value]) =>
    given[name] === String(value) ? [[name, String(value)]] : [],
  )
  const path = `/api/v1/events/${event.slug}/study`
  return {
    view: await studyView(pageStore(), event, listing, settings, moment.at),
    url: urlAt(hrefWith(path, { listing: listing.symbol, ...Object.fromEntries(taken) }, {}), moment),
    problems: [
      ...(problem === null ? [] : [problem]),
      ...wrong.map(({ name, value, expected }) => texts.wrong(name, value, expected)),
    ],
  }
}

/** Everything an event's page shows for a query, read in process through the views of the API; null for an unknown slug. */
export async function eventData(slug: string, query: Query, now: Date) {
  const store = pageStore()
  const moment = pageMoment(query, now)
  const event = await eventView(store, slug)
  if (event === null) return null
  const filter = event.kind === 'event' ? { kind: 'event' as const } : {}
  const [known, listings] = await Promise.all([
    eventsView(store, filter, moment.asOf === null ? undefined : moment.at),
    listingsView(store, moment.at),
  ])
  const happened = known.items.some((one) => one.slug === slug)
  return {
    event,
    moment,
    happened,
    known: known.items,
    listings: listings.items,
    study: happened ? await studyData(event, query, moment) : null,
  }
}
