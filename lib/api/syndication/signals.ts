import type { Store } from '@/lib/store/connection/store'
import type { SignalFilter } from '@/lib/store/signal/list'
import type { Language } from '../language'
import { type SignalView, signalsView } from '../signals/view'
import type { FeedEntry } from './entry'

const most = 50

/** The page that says the most of a signal: that of its event or claim, of its listing, else the list of signals. */
function pathOf({ about, listing, rule }: SignalView): string {
  if (about?.kind === 'event') return `/events/${about.slug}`
  if (about?.kind === 'claim') return `/claims/${about.slug}`
  if (about?.kind === 'milestone') return '/roadmap'
  return listing === null ? `/signals?rule=${rule}` : `/listings/${encodeURIComponent(listing.symbol)}`
}

function entryOf(signal: SignalView, language: Language): FeedEntry {
  const { about, listing, source, sourceZh } = signal
  const say = (en: string, zh: string | null) => (language === 'zh' && zh ? zh : en)
  const named = about === null ? listing && say(listing.name, listing.nameZh) : say(about.title, about.titleZh)
  const rule = say(signal.ruleName, signal.ruleNameZh)
  return {
    id: `urn:tidemark:signal:${signal.id}`,
    title: named === null ? rule : `${named}${language === 'zh' ? '：' : ': '}${rule}`,
    paragraphs: [say(signal.text, signal.textZh)],
    path: pathOf(signal),
    source: source === null ? null : { name: say(source, sourceZh), url: null },
    tags: [signal.rule],
    happenedAt: new Date(signal.knownAt),
    changedAt: new Date(signal.foundAt),
  }
}

/** The signals of published rules that match a filter and could be known at `now`, the one known latest first. */
export async function signalEntries(
  store: Store,
  filter: Pick<SignalFilter, 'listing' | 'rule'>,
  { now, language }: { now: Date; language: Language },
): Promise<FeedEntry[]> {
  const { items } = await signalsView(store, { ...filter, asOf: now }, { page: 1, limit: most })
  return items.map((signal) => entryOf(signal, language))
}
