import { type ChartRange, chartRanges } from '@/app/_ui/chart/range'
import { type Query, queryValue } from '@/app/_ui/url'
import { mostCompared } from '@/lib/api/compare/view'
import { articleDay } from './board'

export const currencies = ['local', 'USD', 'CNY'] as const
export const adjustments = ['split', 'total'] as const
export const scales = ['log', 'linear'] as const

/** A parameter that could not be used, and which kind of thing was expected of it. */
export interface WrongParameter {
  readonly name: string
  readonly value: string
  readonly kind: 'words' | 'unknown-listing' | 'too-many'
  /** The words it might have been, for the kind `words`. */
  readonly words?: readonly string[]
}

/** What is compared when the URL names nothing. */
export const defaultSymbols = ['688256.SS', 'NVDA'] as const

/** What the query of the compare page asks for, before anything is looked up. */
export interface CompareQuery {
  readonly symbols: readonly string[]
  readonly base: string
  readonly currency: (typeof currencies)[number]
  readonly adjust: (typeof adjustments)[number]
  readonly scale: (typeof scales)[number]
  readonly range: ChartRange
  /** A tag or the slug of a topic; `none`, or `all`. */
  readonly filter: string
  readonly wrong: readonly WrongParameter[]
}

function symbolsOf(query: Query): string[] {
  const given = query.symbols
  const all = (Array.isArray(given) ? given : [given ?? '']).flatMap((text) => text.split(',')).filter(Boolean)
  const added = queryValue(query, 'add')
  return [...new Set([...(all.length > 0 ? all : defaultSymbols), ...(added === undefined ? [] : [added])])]
}

/** Reads the query of the compare page. `known` are the symbols that are stored; what cannot be used is named in `wrong` and left out or replaced. */
export function compareQuery(query: Query, known: readonly string[]): CompareQuery {
  const wrong: WrongParameter[] = []
  const word = <const Words extends readonly [string, ...string[]]>(
    name: string,
    words: Words,
    absent: Words[number],
  ) => {
    const value = queryValue(query, name)
    const found = words.find((one) => one === value)
    if (value !== undefined && found === undefined) wrong.push({ name, value, kind: 'words', words })
    return (found ?? absent) as Words[number]
  }
  const asked = symbolsOf(query)
  const stored = asked.filter((symbol) => known.includes(symbol))
  for (const value of asked) {
    if (!stored.includes(value)) wrong.push({ name: 'symbols', value, kind: 'unknown-listing' })
  }
  if (stored.length > mostCompared) {
    wrong.push({ name: 'symbols', value: stored.slice(mostCompared).join(), kind: 'too-many' })
  }
  const usable = stored.slice(0, mostCompared)
  return {
    symbols: usable.length > 0 ? usable : defaultSymbols.filter((symbol) => known.includes(symbol)),
    base: queryValue(query, 'base') ?? queryValue(query, 'rebase') ?? articleDay,
    currency: word('currency', currencies, 'local'),
    adjust: word('adjust', adjustments, 'split'),
    scale: word('scale', scales, 'log'),
    range: word('range', chartRanges, 'all'),
    filter: queryValue(query, 'events') ?? 'all',
    wrong,
  }
}
