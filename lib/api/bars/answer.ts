import { readSeriesTexts } from '@/lib/store/bar/readTexts'
import type { Store } from '@/lib/store/connection/store'
import { type SeriesState, seriesStates } from '@/lib/store/series/state'
import { Answer } from '../answers/answer'
import { heldState } from '../answers/probe'
import { memoryOf } from '../memory/memory'
import { perStore } from '../memory/perStore'
import { barsJson } from './body'
import { barsName, factsOf, isOf, type SeriesFacts } from './name'
import { sampled } from './sampled'
import type { BarsView } from './schema'
import type { BarsWanted } from './wanted'

interface Made {
  readonly answer: Answer
  readonly state: SeriesState
}

const factsKey = (symbol: string) => `facts ${symbol}`

/** Reads and builds the answer, names it by what was read, which one statement gave, and remembers it. */
async function made(store: Store, symbol: string, wanted: BarsWanted, at: Date): Promise<Made | null> {
  const { points, ...range } = wanted
  // A dividend's factor needs the close before each ex-date.
  const read = await readSeriesTexts(store.sql, symbol, { ...range, at, whole: range.adjust === 'total' })
  if (read === null) return null
  const whole = barsJson(read, range, at)
  const json = points === undefined ? whole : JSON.stringify(sampled(JSON.parse(whole) as BarsView, points))
  const facts = factsOf(read, at)
  const answer = new Answer(barsName(read.state, facts, wanted, at), Buffer.from(json))
  const memory = memoryOf(store)
  if (facts !== null) memory.set(factsKey(symbol), facts, 200 + 16 * facts.exDates.length)
  memory.set(answer.name, answer, answer.weight)
  return { answer, state: read.state }
}

const makingOf = perStore(() => new Map<string, Promise<Made | null>>())

/** The remembered answer that a listing's state asks for, if it is remembered. */
function remembered(store: Store, state: SeriesState, wanted: BarsWanted, at: Date): Answer | undefined {
  const memory = memoryOf(store)
  const facts = memory.get<SeriesFacts>(factsKey(state.symbol))
  return facts && isOf(facts, state) ? memory.get<Answer>(barsName(state, facts, wanted, at)) : undefined
}

/**
 * What the answer would be named, and the answer, when both are known without reading the series; null when the name is not. For who has seen nothing that others have not: its probe is shared
 * with others, and held as `heldState` says.
 */
export async function knownBars(
  store: Store,
  symbol: string,
  wanted: BarsWanted,
  { at, now, told }: { readonly at: Date; readonly now: Date; readonly told: number | null },
) {
  const facts = memoryOf(store).get<SeriesFacts>(factsKey(symbol))
  if (facts === undefined) return null
  const state = await heldState(store, symbol, now, told)
  if (state === null || !isOf(facts, state)) return null
  const name = barsName(state, facts, wanted, at)
  return { name, answer: memoryOf(store).get<Answer>(name) }
}

/** Whether what somebody else began is as new as a state. */
function isAsNew(one: Made | null | undefined, state: SeriesState): one is Made {
  return one != null && one.state.id === state.id && one.state.version >= state.version
}

/**
 * The bars of the listing of `symbol` as JSON (a `BarsView`), as known at `at`; null when there is no such listing. Costs two index probes when it is remembered and nothing has changed, else
 * one statement, once for all who ask for the same at the same time.
 */
export async function barsAnswer(store: Store, symbol: string, wanted: BarsWanted, at: Date): Promise<Answer | null> {
  const { adjust, from, to, points } = wanted
  const making = makingOf(store)
  // Whoever asks within the same tenth of a second asks for the same.
  const key = JSON.stringify([symbol, adjust, from, to, points, Math.floor(at.getTime() / 100)])
  const make = async () => {
    const own = made(store, symbol, wanted, at).finally(() => {
      if (making.get(key) === own) making.delete(key)
    })
    making.set(key, own)
    return (await own)?.answer ?? null
  }
  if (making.get(key) === undefined && memoryOf(store).get(factsKey(symbol)) === undefined) return make()
  const state = (await seriesStates(store.sql, [symbol])).get(symbol)
  if (state === undefined) return null
  const known = remembered(store, state, wanted, at)
  if (known) return known
  // What another has begun may be older than what we must see: it was begun before we asked, or reads from elsewhere. Of what comes after it one more is waited for.
  for (let tries = 0; tries < 2; tries++) {
    const begun = making.get(key)
    if (begun === undefined) break
    const other = await begun
    if (isAsNew(other, state)) return other.answer
  }
  return make()
}
