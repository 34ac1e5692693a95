import { hrefWith, type Query, queryValue } from '@/app/_ui/url'
import { type EventView, eventsView, eventView } from '@/lib/api/events/view'
import { findListing } from '@/lib/api/listings/find'
import { listingsView } from '@/lib/api/listings/view'
import { Problem } from '@/lib/api/problem/problem'
import { readStudySettings } from '@/lib/api/study/parameters'
import { type StudyView, studyView } from '@/lib/api/study/view'
import { statuses } from '@/lib/store/input'
import type { StudySettings } from '@/lib/studies/event/settings'
import { type Shown, shownStates } from './annotator'
import { type PageMoment, pageMoment, urlAt } from './moment'
import { pageStore } from './store'

/** A parameter of the query that could not be used; the default stands in its place. */
export interface WrongParameter {
  readonly name: 'listing' | keyof StudySettings
  readonly value: string
}

/** The study that an event's page shows, and what of the query could not be used. */
export interface StudyData {
  readonly view: StudyView
  /** Of the API, for exactly this view. */
  readonly url: string
  readonly wrong: readonly WrongParameter[]
}

/** The listing asked for, else the first one of the event; null where there is none at all. */
async function chosenListing({ listings }: EventView, asked: string | undefined) {
  const store = pageStore()
  const first = listings[0]?.symbol
  const found = async (symbol: string | undefined, wrong: readonly WrongParameter[]) =>
    symbol === undefined ? null : { listing: await findListing(store, symbol, 'listing'), wrong }
  try {
    return await found(asked ?? first, [])
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return found(first, [{ name: 'listing', value: asked ?? '' }])
  }
}

async function studyData(event: EventView, query: Query, moment: PageMoment): Promise<StudyData | null> {
  const chosen = await chosenListing(event, queryValue(query, 'listing'))
  if (chosen === null) return null
  const { listing } = chosen
  const given = Object.fromEntries(Object.keys(query).map((name) => [name, queryValue(query, name)]))
  const { settings, wrong } = readStudySettings(given)
  const taken = Object.entries(settings).flatMap(([name, value]) =>
    given[name] === String(value) ? [[name, String(value)]] : [],
  )
  const path = `/api/v1/events/${event.slug}/study`
  return {
    view: await studyView(pageStore(), event, listing, settings, moment.at),
    url: urlAt(hrefWith(path, { listing: listing.symbol, ...Object.fromEntries(taken) }, {}), moment),
    wrong: [...chosen.wrong, ...wrong],
  }
}

/** Everything an event's page shows for a query, read in process through the views of the API; null for an unknown slug. What is not published only when it is asked for. */
export async function eventData(slug: string, query: Query, now: Date, shown: Shown = 'published') {
  const store = pageStore()
  const moment = pageMoment(query, now)
  const event = await eventView(store, slug, shown === 'published' ? undefined : statuses)
  if (event === null) return null
  const [known, listings] = await Promise.all([
    eventsView(
      store,
      { status: [...new Set([...shownStates[shown], event.status])] },
      moment.asOf === null ? undefined : moment.at,
    ),
    listingsView(store, moment.at),
  ])
  const happened = known.items.some((one) => one.slug === slug)
  return {
    event,
    moment,
    happened,
    /** All events and results days known at the moment. */
    known: known.items,
    listings: listings.items,
    study: happened ? await studyData(event, query, moment) : null,
  }
}
