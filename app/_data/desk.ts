import { type Query, queryValue } from '@/app/_ui/url'
import { type FeedView, feedsView } from '@/lib/api/feeds/view'
import { type ListingView, listingsView, listingView } from '@/lib/api/listings/view'
import { adjustedPreview } from '@/lib/api/quarantine/adjusted'
import { type AdjustedPreview, heldEntities, type QuarantineDetail } from '@/lib/api/quarantine/schema'
import { quarantineDetail, quarantineView } from '@/lib/api/quarantine/view'
import { requestsView } from '@/lib/api/requests/view'
import { runsView } from '@/lib/api/runs/view'
import { scheduleView } from '@/lib/api/schedule/view'
import { ratesFeed } from '@/lib/feeds/registry'
import { releaseEdits } from '@/lib/ingest/release/edits'
import { QuarantineError } from '@/lib/store/quarantine/close'
import { type QuarantineState, quarantineStates } from '@/lib/store/quarantine/list'
import { listTopics } from '@/lib/store/topic/list'
import { feedTerms } from './feeds'
import { pageStore } from './store'

const rowsShown = 100
const runsShown = 30
const requestsShown = 20
const candidatesShown = 20
const idForm = /^[1-9]\d{0,17}$/
const symbolForm = /^[\x21-\x7e]{1,20}$/

/** The feeds with what they did lately. */
export async function deskFeeds(now: Date): Promise<readonly FeedView[]> {
  return (await feedsView(pageStore(), now)).items
}

/** The schedule, the newest runs, and what was asked of the workers. */
export async function deskRuns(now: Date) {
  const store = pageStore()
  const [schedule, runs, requests] = await Promise.all([
    scheduleView(store, now),
    runsView(store, { limit: runsShown }),
    requestsView(store, { limit: requestsShown }),
  ])
  return { schedule: schedule.items, runs: runs.items, requests: requests.items }
}

/** The filters of the quarantine as its URL has them. */
export interface QuarantineChoice {
  readonly state: QuarantineState | 'all'
  readonly entity: (typeof heldEntities)[number] | undefined
  readonly listing: string | undefined
  readonly feed: string | undefined
}

function choiceOf(query: Query): QuarantineChoice {
  const [state, entity, listing, feed] = ['state', 'entity', 'listing', 'feed'].map((name) => queryValue(query, name))
  return {
    state: state === 'all' ? 'all' : (quarantineStates.find((known) => known === state) ?? 'held'),
    entity: heldEntities.find((known) => known === entity),
    listing: listing !== undefined && symbolForm.test(listing) ? listing : undefined,
    feed: feed !== undefined && symbolForm.test(feed) ? feed : undefined,
  }
}

/** A page of the quarantine as its URL asks for it; `older` is the id below which the next page begins. */
export async function deskQuarantine(query: Query) {
  const choice = choiceOf(query)
  const { state, entity, listing, feed } = choice
  const until = queryValue(query, 'until')
  const { items } = await quarantineView(pageStore(), {
    ...(state === 'all' ? {} : { state }),
    ...(entity && { entity }),
    ...(listing && { listing }),
    ...(feed && { feed }),
    ...(until && idForm.test(until) && { until: BigInt(until) }),
    limit: rowsShown + 1,
  })
  const rows = items.slice(0, rowsShown)
  return { choice, rows, older: items.length > rowsShown ? (rows.at(-1)?.id ?? null) : null }
}

/** A candidate split with the series around it; the preview is null, and `why` told, where the split is not known well enough. */
export interface CandidateData {
  readonly row: QuarantineDetail
  readonly preview: AdjustedPreview | null
  readonly why: string | null
}

async function candidateOf(row: QuarantineDetail, edits: unknown): Promise<CandidateData> {
  const said = releaseEdits.safeParse(edits)
  try {
    const preview = await adjustedPreview(pageStore(), BigInt(row.id), said.success ? said.data : {})
    return { row, preview, why: null }
  } catch (error) {
    if (!(error instanceof QuarantineError)) throw error
    return { row, preview: null, why: error.message }
  }
}

/** The held row of an id, and for a split how the series would look with the `ratio` and `exDate` of the URL; null when there is none. */
export async function deskHeldRow(id: string, query: Query) {
  const row = idForm.test(id) ? await quarantineDetail(pageStore(), BigInt(id)) : null
  if (row === null) return null
  const edits = { ratio: queryValue(query, 'ratio'), exDate: queryValue(query, 'exDate') }
  return row.entity === 'action' && row.state === 'held' ? candidateOf(row, edits) : { row, preview: null, why: null }
}

/** The candidate splits that wait, each with the series around it, and what was decided lately. */
export async function deskCandidates() {
  const store = pageStore()
  const [waiting, all] = await Promise.all([
    quarantineView(store, { state: 'held', entity: 'action', limit: candidatesShown }),
    quarantineView(store, { entity: 'action', limit: rowsShown }),
  ])
  const details = await Promise.all(waiting.items.map(({ id }) => quarantineDetail(store, BigInt(id))))
  const candidates = await Promise.all(details.flatMap((row) => (row === null ? [] : [candidateOf(row, {})])))
  return { candidates, decided: all.items.filter(({ state }) => state !== 'held') }
}

/** Every listing with the state of its series. */
export async function deskListings(now: Date): Promise<readonly ListingView[]> {
  return (await listingsView(pageStore(), now)).items
}

/** What a listing can be given: topics, other listings as benchmarks, and a symbol at each feed. */
export async function listingChoices(now: Date) {
  const [topics, listings] = await Promise.all([listTopics(pageStore()), deskListings(now)])
  return {
    topics: topics.map(({ slug, name, nameZh }) => ({ slug, name, nameZh })),
    listings: listings.map(({ symbol, name, nameZh }) => ({ symbol, name, nameZh })),
    // Rates belong to no listing.
    feeds: feedTerms().filter(({ id }) => id !== ratesFeed.id),
  }
}

/** The listing of a symbol with what was asked of the workers for it; null when there is none. */
export async function deskListing(symbol: string, now: Date) {
  if (!symbolForm.test(symbol)) return null
  const store = pageStore()
  const listing = await listingView(store, symbol, now)
  if (listing === null) return null
  return { listing, requests: (await requestsView(store, { listing: symbol, limit: 5 })).items }
}
