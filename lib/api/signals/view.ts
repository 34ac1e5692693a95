import type { Hit, Names, Numbers } from '@/lib/signals/hit'
import { signalKind } from '@/lib/signals/kinds'
import { namesIn } from '@/lib/signals/names'
import type { Store } from '@/lib/store/connection/store'
import { isRuleKind } from '@/lib/store/rule/parameters'
import { countSignals, listSignals, type SignalFilter, type StoredSignal } from '@/lib/store/signal/list'
import type { Told } from '@/lib/studies/claims/result'
import { feedName, feedNameZh } from '../source/feedName'
import type { HitView, SignalsView, SignalView } from './schema'

export type { HitView, SignalsView, SignalView } from './schema'

/** Where the figures of a signal are from: its feeds, with the document or statement that says it. */
function sourceOf({ feeds, document, source }: Numbers): Told | null {
  const ids = Array.isArray(feeds) ? (feeds as readonly string[]).filter((id) => id !== '') : []
  const said = [document, source].filter((text) => typeof text === 'string')
  const text = (nameOf: (id: string) => string) => [...new Set(ids.map(nameOf)), ...said].join(', ')
  return ids.length + said.length === 0 ? null : { en: text(feedName), zh: text(feedNameZh) }
}

function aboutOf({ event, claim, milestone, topic }: Numbers, names: Names): HitView['about'] {
  const as = (kind: 'event' | 'claim' | 'milestone', slug: string) => {
    const { en, zh } = names[kind](slug)
    return { kind, slug, title: en, titleZh: zh }
  }
  if (typeof event === 'string') return as('event', event)
  if (typeof milestone === 'string') return as('milestone', milestone)
  // A filing only names the claim it is set against.
  return typeof claim === 'string' && topic === undefined ? as('claim', claim) : null
}

/** A hit as it is told. Numbers that the kind does not know (written by another version) are told by their cause. */
export function hitView(kind: string, { cause, symbol, session, knownAt, numbers }: Hit, names: Names): HitView {
  const told = signalKind(kind)?.tell(numbers, names, symbol) ?? { en: cause, zh: cause }
  const listing = symbol === null ? null : names.listing(symbol)
  const source = sourceOf(numbers)
  return {
    cause,
    listing: symbol === null || listing === null ? null : { symbol, name: listing.en, nameZh: listing.zh },
    session,
    knownAt: knownAt.toISOString(),
    ...{ text: told.en, textZh: told.zh, numbers: { ...numbers } },
    about: aboutOf(numbers, names),
    ...{ source: source?.en ?? null, sourceZh: source?.zh ?? null },
  }
}

function viewOf(signal: StoredSignal, names: Names): SignalView[] {
  const { id, rule, ruleName, ruleNameZh, kind, foundAt, numbers } = signal
  if (!isRuleKind(kind)) return []
  const hit = hitView(kind, { ...signal, numbers: numbers as Numbers }, names)
  return [{ id: Number(id), rule, ruleName, ruleNameZh, kind, ...hit, foundAt: foundAt.toISOString() }]
}

/** Which page of how many rows; counted from 1. */
export interface PageWanted {
  readonly page: number
  readonly limit: number
}

/** Signals of published rules that match every given condition, the one known latest first. A page after the last one is empty. */
export async function signalsView(
  store: Store,
  filter: SignalFilter,
  { page, limit }: PageWanted = { page: 1, limit: 50 },
): Promise<SignalsView> {
  const [rows, total] = await Promise.all([
    listSignals(store.sql, filter, { limit, offset: (page - 1) * limit }),
    countSignals(store.sql, filter),
  ])
  const names = await namesIn(
    store,
    rows.map(({ numbers }) => numbers as Numbers),
  )
  return {
    items: rows.flatMap((row) => viewOf(row, names)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / limit)),
  }
}
