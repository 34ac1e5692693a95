import { createHash } from 'node:crypto'
import type { SeriesTexts } from '@/lib/store/bar/readTexts'
import type { SeriesState } from '@/lib/store/series/state'
import { actionsUpTo } from '@/lib/studies/listingSeries'
import { version as programVersion } from '../health/version'
import type { BarsWanted } from './wanted'

/** To be counted up by whoever changes what an answer says of the same rows: what others keep of the former is then no more the present one. */
const format = 1

/** What is known of one version of a series beside its rows: when it stops to depend on the moment that is looked from, and what adjusts it. */
export interface SeriesFacts {
  readonly id: number
  readonly version: bigint
  /** As in `SeriesTexts`. */
  readonly latest: Date | null
  readonly lastSettledSession: string | null
  readonly exDates: readonly string[]
}

/** The facts in what was read at `at`; null when that was too early for them: something in it was still to come. */
export function factsOf({ state, latest, lastSettledSession, actions }: SeriesTexts, at: Date): SeriesFacts | null {
  if (latest !== null && latest > at) return null
  const exDates = [...new Set(actions.map(({ exDate }) => exDate))]
  return { id: state.id, version: state.version, latest, lastSettledSession, exDates }
}

/** Whether facts are those of a state. */
export function isOf({ id, version }: SeriesFacts, state: SeriesState): boolean {
  return id === state.id && version === state.version
}

/** How far the corporate actions had come at `at`: the last ex-date that had opened. The answer changes there without a change of the store. */
function lastOpened({ exDates, lastSettledSession }: SeriesFacts, mic: string, at: Date): string | null {
  const actions = exDates.map((exDate) => ({ exDate }))
  return actionsUpTo(actions, { mic, lastSession: lastSettledSession, now: at }).at(-1)?.exDate ?? null
}

/**
 * The name of an answer about a series: equal names, equal bytes, on every machine. It tells everything the answer depends on: the listing, the version of its rows, what is asked, and
 * the moment as far as that matters: to the millisecond where some of the rows were still to come then (`facts` is null where that was found out just now).
 */
export function barsName(state: SeriesState, facts: SeriesFacts | null, wanted: BarsWanted, at: Date): string {
  const { id, symbol, name, mic, kind, currency, dividendsKnownTo, version } = state
  const { adjust, from, to, points } = wanted
  const listing = [id, symbol, name, mic, kind, currency, dividendsKnownTo, String(version)]
  const allCame = facts !== null && (facts.latest === null || facts.latest <= at)
  const moment = !allCame ? at.toISOString() : adjust === 'raw' ? null : lastOpened(facts, mic, at)
  const all = JSON.stringify([
    format,
    programVersion,
    listing,
    adjust,
    from ?? null,
    to ?? null,
    points ?? null,
    moment,
  ])
  return createHash('sha256').update(all).digest('base64url').slice(0, 27)
}
