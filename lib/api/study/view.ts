import { finite, finites } from '@/lib/analytics/edge'
import { isRefusal } from '@/lib/analytics/refusal'
import { eventDate } from '@/lib/market/eventTime'
import type { Store } from '@/lib/store/connection/store'
import type { StoredEvent } from '@/lib/store/event/list'
import { eventTimeOf } from '@/lib/store/event/time'
import type { Listing } from '@/lib/store/listing/list'
import { confidence, headlineSettings, level, type StudySettings } from '@/lib/studies/event/settings'
import { type StudySource, studySource } from '@/lib/studies/event/source'
import { driftWindows, type EventStudy, studyEvent } from '@/lib/studies/event/study'
import type { Watch } from '@/lib/studies/watch'
import { dayZeroView } from '../events/dayZero'
import { digest } from '../memory/digest'
import { remembered } from '../memory/remember'
import { sourceOf } from '../source/feedName'
import { notesOf } from './notes'
import { differenceView, headlineView, refusalView, windowTestView } from './parts'
import type { StudyView } from './schema'

export type { HeadlineView, StudyView, WindowTestView } from './schema'

function estimationView({ cut, settings }: EventStudy): StudyView['estimation'] {
  if (cut === null) return null
  const { session, available, at, leftOut } = cut.estimation
  const short = available < settings.estimation
  return {
    from: session[0] ?? null,
    to: session.at(-1) ?? null,
    asked: settings.estimation,
    available,
    used: at.length,
    leftOut: leftOut.map((one) => ({ session: one.session, events: one.events.map(({ slug }) => slug) })),
    note: short
      ? `The series begins late: ${available} of the ${settings.estimation} sessions asked for are there`
      : null,
    noteZh: short ? `行情起始较晚：要求 ${settings.estimation} 个交易日，仅有 ${available} 个` : null,
  }
}

function inputView({ cut, settings, headline }: EventStudy): StudyView['input'] {
  if (cut === null) return null
  const { subject } = headline
  const { series } = subject
  const { estimation, event } = cut
  const of = <T>(column: readonly T[] | null, fallback: T) => event.at.map((at) => column?.[at + 1] ?? fallback)
  const hasMarket = event.market !== null
  return {
    kind: 'event-study',
    model: settings.model,
    returns: settings.returns,
    confidence,
    events: [
      {
        id: `${subject.event.slug} ${subject.listing.symbol}`,
        estimation: {
          session: [...estimation.session],
          firm: finites(estimation.firm),
          market: hasMarket ? finites(estimation.market) : null,
        },
        event: {
          session: [...event.session],
          days: [...event.days],
          firm: finites(event.firm),
          market: event.market && finites(event.market),
          close: of(series.traded, '').map(Number),
          adjustedClose: of(series.close, Number.NaN),
          benchmarkClose: series.benchmarkClose && of(series.benchmarkClose, Number.NaN),
          volume: event.at.map((at) => finite(series.volume[at + 1] ?? Number.NaN)),
        },
      },
    ],
  }
}

function volumeView({ volume }: EventStudy): StudyView['volume'] {
  if (isRefusal(volume)) {
    return { times: null, excess: null, t: null, df: null, p: null, refusal: refusalView(volume) }
  }
  const { times, excess, t, df, p } = volume
  return { times, excess, t, df, p, refusal: null }
}

function bootstrapView({ bootstrap }: EventStudy): StudyView['bootstrap'] {
  if (!isRefusal(bootstrap)) return { ...bootstrap, refusal: null }
  const none = { lo: null, hi: null, p: null, resamples: null, block: null, seed: null }
  return { ...none, refusal: refusalView(bootstrap) }
}

function driftView({ drift, headline }: EventStudy): StudyView['drift'] {
  const after = windowTestView(drift.after, driftWindows.after, headlineSettings.returns)
  const { test } = headline
  // Of a move that is not there nothing can be given back.
  const reversal = after.car === null || test === null || test.p >= level ? null : -after.car / test.car
  return { before: windowTestView(drift.before, driftWindows.before, headlineSettings.returns), after, reversal }
}

function placeboView({ headline }: EventStudy): StudyView['placebo'] {
  const { test } = headline
  return test && { ...test.placebo, session: [...test.placebos.session], t: [...test.placebos.t] }
}

/** p-values beside the headline's: two a day of the window asked for, and one each look that was answered. */
function looksOf({ result, drift, volume, bootstrap, robustness, differences }: EventStudy): number {
  const byDay = [...result.figures.arP, ...result.figures.carP].filter((p) => p !== null).length
  const others = [drift.before, drift.after, volume, bootstrap, ...differences.map((one) => one.result)]
  return byDay + others.filter((one) => !isRefusal(one)).length + Math.max(0, robustness.answered - 1)
}

function viewOf(study: EventStudy, source: StudySource, benchmark: Listing | null): StudyView {
  const { headline, family, settings, result } = study
  const { subject } = headline
  const { event, listing, series } = subject
  const time = eventTimeOf(event)
  const zero = dayZeroView(time, listing)
  const tested = family.filter(({ test }) => test !== null).length
  const headlines = family.map((one) => headlineView(one, tested))
  const own = headlineView(headline, tested)
  const notes = notesOf(study, benchmark)
  const { slug, title, titleZh, start, precision, phase } = event
  const { symbol, name, nameZh, mic, currency } = listing
  const { model, returns, pre, post, gap, estimation } = settings
  return {
    event: { slug, title, titleZh, start, date: eventDate(time), precision, phase },
    listing: { symbol, name, nameZh, mic, currency },
    benchmark: benchmark && { symbol: benchmark.symbol, name: benchmark.name, nameZh: benchmark.nameZh },
    settings: { model, returns, pre, post, gap, estimation, basis: 'split', confidence },
    day0: zero.session,
    day0Note: zero.note,
    day0NoteZh: zero.noteZh,
    verdict: own.verdict,
    sentence: own.sentence,
    sentenceZh: own.sentenceZh,
    headline: own,
    listings: headlines,
    paths: study.results.map(({ figures, refusal }, i) => ({
      symbol: headlines[i]?.symbol ?? '',
      car: figures.car,
      carLo: figures.carLo,
      carHi: figures.carHi,
      refusal: refusal && refusalView(refusal),
    })),
    refusal: result.refusal && refusalView(result.refusal),
    ...result.figures,
    estimation: estimationView(study),
    confounders: study.confounders.map(({ slug, title, titleZh, kind, day0, relative }) => ({
      ...{ slug, title, titleZh, kind, day0, relative },
    })),
    priceLimits: [...study.limits],
    longReturns: [...study.longReturns],
    placebo: placeboView(study),
    drift: driftView(study),
    volume: volumeView(study),
    bootstrap: bootstrapView(study),
    robustness: {
      answered: study.robustness.answered,
      sameSign: study.robustness.sameSign,
      agreeing: study.robustness.agreeing,
      looks: study.robustness.looks.map(({ model: one, estimation: length, from, to, test }) => ({
        model: one,
        estimation: length,
        test: windowTestView(test, { from, to }, headlineSettings.returns),
      })),
    },
    differences: study.differences.map(differenceView),
    rank: study.rank,
    looks: looksOf(study),
    notes: notes.map(({ en }) => en),
    notesZh: notes.map(({ zh }) => zh),
    input: inputView(study),
    meta: {
      source: series.feeds.flatMap((feed) => sourceOf(feed) ?? []),
      asOf: source.now.toISOString(),
      lastSession: series.session.at(-1) ?? null,
      adjustment: 'split',
      currency,
    },
  }
}

/** The study of a stored event for a listing, as known at `now`; remembered until something changes that it was made of. */
export async function studyView(
  store: Store,
  event: StoredEvent,
  listing: Listing,
  settings: StudySettings,
  now: Date,
): Promise<StudyView> {
  // Event and listing were read by the caller: what they say is a part of the question.
  const key = `study ${digest([event, listing, settings])}`
  const work = async (watch: Watch) => {
    const source = studySource(store, now, watch)
    const study = await studyEvent(source, event, listing, settings)
    if (study === null) throw new Error(`${listing.symbol} was deleted while it was read`)
    const benchmark = listing.benchmark === null ? null : await source.listing(listing.benchmark)
    return viewOf(study, source, benchmark)
  }
  const view = await remembered(store, key, now, work, { settledOnly: true })
  return { ...view, meta: { ...view.meta, asOf: now.toISOString() } }
}
