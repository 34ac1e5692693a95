import { adjustmentFactors, applyFactors, type Basis } from '@/lib/market/adjustment'
import type { BarRange } from '@/lib/store/bar/read'
import type { BarTexts, SeriesTexts } from '@/lib/store/bar/readTexts'
import { actionsUpTo } from '@/lib/studies/listingSeries'
import { bundledFeed } from '../source/feedName'
import { sourceRanges } from '../source/range'
import { adjustmentNote } from './adjustmentNote'
import type { BarsView } from './schema'

const columnsOf = (text: string): string[] => (text === '' ? [] : text.split(','))

const priceColumns = ['open', 'high', 'low', 'close'] as const

/** The texts on another basis, with the actions that had happened at `at`. */
function adjusted({ state, texts, actions, lastSettledSession }: SeriesTexts, basis: Basis, at: Date): BarTexts {
  if (basis === 'raw') return texts
  const happened = actionsUpTo(actions, { mic: state.mic, lastSession: lastSettledSession, now: at })
  if (happened.length === 0) return texts
  const session = columnsOf(texts.session)
  const factors = adjustmentFactors(session, columnsOf(texts.close), happened, basis)
  const [open, high, low, close] = priceColumns.map((name) => columnsOf(texts[name]))
  if (!open || !high || !low || !close) return texts
  const volume = columnsOf(texts.volume).map((shares) => (shares === 'null' ? null : BigInt(shares)))
  const bars = applyFactors({ session, open, high, low, close, volume }, factors)
  const joined = Object.fromEntries(priceColumns.map((name) => [name, bars[name].join(',')]))
  return { ...texts, ...joined, volume: bars.volume.map((shares) => shares ?? 'null').join(',') }
}

/** The part of the columns whose sessions lie in a range; both ends included. */
function cut(texts: BarTexts, { from = '', to = '9999-12-31' }: BarRange): BarTexts {
  const session = columnsOf(texts.session)
  const first = session.findIndex((date) => date >= from)
  const end = session.findIndex((date) => date > to)
  const [a, b] = [first < 0 ? session.length : first, end < 0 ? session.length : end]
  if (a === 0 && b === session.length) return texts
  const part = (text: string) => columnsOf(text).slice(a, b).join(',')
  return {
    ...{ session: part(texts.session), open: part(texts.open), high: part(texts.high), low: part(texts.low) },
    ...{ close: part(texts.close), volume: part(texts.volume), settled: part(texts.settled), feed: part(texts.feed) },
  }
}

function metaOf(read: SeriesTexts, shown: BarTexts, adjust: Basis): BarsView['meta'] {
  const { state, lastSettledSession, revised, asOf, fetchedAt } = read
  const [session, feed] = [columnsOf(shown.session), columnsOf(shown.feed)]
  const [first, last] = [session[0] ?? '~', session.at(-1) ?? '']
  const newest = columnsOf(shown.settled).lastIndexOf('true')
  const note = adjustmentNote(adjust, state, lastSettledSession)
  return {
    symbol: state.symbol,
    name: state.name,
    mic: state.mic,
    currency: state.currency,
    adjustment: adjust,
    adjustmentNote: note?.en ?? null,
    adjustmentNoteZh: note?.zh ?? null,
    sources: sourceRanges(session, feed),
    revised: revised
      .filter((one) => one.session >= first && one.session <= last)
      .map(({ lastRevisedAt, ...rest }) => ({ ...rest, lastRevisedAt: lastRevisedAt.toISOString() })),
    bundledTo: feed[newest] === bundledFeed ? (session[newest] ?? null) : null,
    asOf: asOf?.toISOString() ?? null,
    fetchedAt: fetchedAt?.toISOString() ?? null,
    rows: session.length,
  }
}

/** The columns of a `BarsView` as JSON, without the braces around them: decimals are written as they are stored. */
export function columnsJson({ session, open, high, low, close, volume, settled }: BarTexts): string {
  const dates = session === '' ? '' : `"${session.replaceAll(',', '","')}"`
  return `"session":[${dates}],"open":[${open}],"high":[${high}],"low":[${low}],"close":[${close}],"volume":[${volume}],"settled":[${settled}]`
}

/** The JSON of a `BarsView` of what was read (the whole series for `total`), as known at `at`. */
export function barsJson(
  read: SeriesTexts,
  { adjust, ...range }: BarRange & { readonly adjust: Basis },
  at: Date,
): string {
  const shown = cut(adjusted(read, adjust, at), range)
  return `{${columnsJson(shown)},"meta":${JSON.stringify(metaOf(read, shown, adjust))}}`
}
