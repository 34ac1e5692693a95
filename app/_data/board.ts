import { sides } from '@/app/_board/sides'
import { type Query, queryValue } from '@/app/_ui/url'
import { claimsView } from '@/lib/api/claims/view'
import { refusalWords } from '@/lib/api/compare/refusal'
import { type CompareView, compareView } from '@/lib/api/compare/view'
import { eventsView } from '@/lib/api/events/view'
import { filingsView } from '@/lib/api/filings/view'
import { listingsView } from '@/lib/api/listings/view'
import { milestonesView } from '@/lib/api/milestones/view'
import { type Shown, shownStates } from './annotator'
import { eventEffects } from './effects'
import { type PageMoment, pageMoment, urlAt } from './moment'
import { recently } from './recent'
import { latestSignals } from './signals'
import { pageStore } from './store'

/** The day of the article's argument: Huawei's roadmap. What the board rebases at unless the URL says otherwise. */
export const articleDay = '2025-09-18'

/** Signals in the panel of the board: what fits into one screen. */
const signalsShown = 4

const symbols = sides.map(({ symbol }) => symbol)

/** The URL of the comparison that the board follows. */
export function compareUrlOf(base: string): string {
  return `/api/v1/compare?symbols=${symbols.join(',')}&rebase=${base}&currency=local`
}

/** A comparison of nothing: what the board has before any session is stored. */
const nothing: CompareView = {
  base: { kind: 'date', date: articleDay, event: null, title: null, titleZh: null },
  series: [],
  meta: { adjustment: 'split', currency: 'local', settled: 'only', rule: '', conversion: null },
}

/** The comparison at a base, or with the reason at the article's day instead; with `url` null there is nothing to compare yet. */
async function compared(wanted: string, moment: PageMoment) {
  const at = async (base: string) => ({
    base,
    view: await compareView(pageStore(), { symbols, rebase: base, currency: 'local' }, moment.at),
    url: urlAt(compareUrlOf(base), moment),
  })
  try {
    return { ...(await at(wanted)), why: null }
  } catch (error) {
    const why = refusalWords(error)
    if (wanted === articleDay) return { base: articleDay, view: nothing, url: null, why: null }
    return { ...(await at(articleDay)), why }
  }
}

/**
 * The claims with their verdicts; ten judgements take longer than all else on the board, and turn only with corrections of what was long known. At most half a minute old; for half of that nobody waits for
 * newer ones.
 */
function judgedClaims(moment: PageMoment, now: Date) {
  return recently(`claims ${moment.asOf ?? 'now'}`, 15, now, () => claimsView(pageStore(), moment.at), 15)
}

/** What the query of the board asks for, with what is taken where it asks for nothing. `rebase` is the API's name for the base. */
export function boardQuery(query: Query) {
  return {
    base: queryValue(query, 'base') ?? queryValue(query, 'rebase') ?? articleDay,
    scale: queryValue(query, 'scale') === 'linear' ? ('linear' as const) : ('log' as const),
    order: queryValue(query, 'order') === 'date' ? ('date' as const) : ('size' as const),
    results: queryValue(query, 'results') === 'shown',
  }
}

/** Everything the board shows for a query, read in process through the views of the API. A base that cannot be used is named and replaced. Drafts of events only when they are asked for. */
export async function boardData(query: Query, now: Date, shown: Shown = 'published') {
  const store = pageStore()
  const moment = pageMoment(query, now)
  const { at } = moment
  const asked = boardQuery(query)
  const [compare, listings, events, effects, milestones, filings, claims, signals] = await Promise.all([
    compared(asked.base, moment),
    listingsView(store, at),
    eventsView(
      store,
      { status: shownStates[shown], ...(asked.results ? {} : { kind: 'event' as const }) },
      moment.asOf === null ? undefined : at,
    ),
    eventEffects(moment, now),
    milestonesView(store, at),
    filingsView(store, at),
    judgedClaims(moment, now),
    latestSignals(at, signalsShown),
  ])
  return {
    ...asked,
    now: at.toISOString(),
    moment,
    listingsUrl: urlAt('/api/v1/listings', moment),
    base: compare.base,
    baseProblem: compare.why === null ? null : { wanted: asked.base, why: compare.why },
    compare: compare.view,
    compareUrl: compare.url,
    listings,
    events: events.items,
    effects,
    milestones: milestones.items,
    filings: filings.items,
    claims: claims.items,
    signals,
  }
}
