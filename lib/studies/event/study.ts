import { type BootstrapBand, bootstrapBand } from '@/lib/analytics/eventStudy/bootstrap'
import { type EventResult, eventResult, refusedResult } from '@/lib/analytics/eventStudy/figures'
import { type AbnormalVolume, abnormalVolume } from '@/lib/analytics/eventStudy/volume'
import type { WindowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import type { StoredEvent } from '@/lib/store/event/list'
import type { Listing } from '@/lib/store/listing/list'
import { cutWindows, type StudyCut } from './cut'
import { type EventDifference, headlineDifference, headlineResiduals } from './difference'
import { type Confounder, confoundersOf, type LimitDay, type LongReturn, limitDays, longReturns } from './flags'
import { eventHeadlines, type Headline } from './headline'
import { type Robustness, robustnessOf } from './robustness'
import { confidence, defaultSettings, headlineSettings, type StudySettings } from './settings'
import type { StudySource } from './source'
import { windowLook } from './windowLook'

/** Everything a study says of one event and one listing. The headline decides; all else is a further look. */
export interface EventStudy {
  readonly settings: StudySettings
  readonly headline: Headline
  /** Of all listings of the event, in its order: the family that Holm runs over. */
  readonly family: readonly Headline[]
  /** The windows asked for: figures by day, null with the reason in `result.refusal`. */
  readonly result: EventResult
  /** The same windows for every listing of `family`, in its order. */
  readonly results: readonly EventResult[]
  readonly cut: StudyCut | null
  readonly confounders: readonly Confounder[]
  readonly limits: readonly LimitDay[]
  readonly longReturns: readonly LongReturn[]
  readonly drift: { readonly before: WindowTest | Refusal; readonly after: WindowTest | Refusal }
  readonly volume: AbnormalVolume | Refusal
  readonly bootstrap: BootstrapBand | Refusal
  readonly robustness: Robustness
  readonly differences: readonly EventDifference[]
  /** Two-session moves of the estimation window at least as large as the headline's, and how many there are; null without a headline. */
  readonly rank: { readonly asFar: number; readonly of: number } | null
}

/** What the drift before and after is asked over. */
export const driftWindows = { before: { from: -20, to: -2 }, after: { from: 2, to: 20 } } as const
/** The seed is that of the article's week, so that an answer can be made again. */
const bootstrapOptions = { seed: 20_250_919, resamples: 1_999, block: 5, confidence }

function asked(headline: Headline, settings: StudySettings): { cut: StudyCut | null; result: EventResult } {
  const { series, zero, around, refusal } = headline.subject
  const days = Array.from({ length: settings.pre + settings.post + 1 }, (_, j) => j - settings.pre)
  const cut = refusal ?? cutWindows(series, { zero, from: -settings.pre, to: settings.post, settings, around })
  if (isRefusal(cut)) return { cut: null, result: refusedResult(cut, days) }
  const result = eventResult(cut, { model: settings.model, returns: settings.returns, confidence })
  return { cut, result }
}

function volumeOf({ subject, cut, refusal }: Headline): AbnormalVolume | Refusal {
  if (refusal) return refusal
  const volumes = (at: readonly number[]) => at.map((position) => subject.series.volume[position + 1] ?? Number.NaN)
  return abnormalVolume(volumes(cut.estimation.at), volumes(cut.event.at))
}

function bootstrapOf({ cut, refusal }: Headline): BootstrapBand | Refusal {
  if (refusal) return refusal
  const { estimation, event } = cut
  return bootstrapBand(
    headlineSettings.model,
    estimation,
    { ...event, market: event.market ?? event.firm },
    bootstrapOptions,
  )
}

function rankOf({ cut, test }: Headline): EventStudy['rank'] {
  const residuals = test && headlineResiduals({ cut, test })?.value
  if (!residuals) return null
  const moves = cut.estimation.at.flatMap((position, i) =>
    cut.estimation.at[i + 1] === position + 1 ? [(residuals[i] ?? 0) + (residuals[i + 1] ?? 0)] : [],
  )
  return { asFar: moves.filter((move) => Math.abs(move) >= Math.abs(test.car)).length, of: moves.length }
}

/**
 * The study of `event` for `listing` with `settings`, as known at the source's moment. The listing need not be one that the event names: it then joins the
 * family. A refused headline or window leaves the rest standing, each with its own reason.
 */
export async function studyEvent(
  source: StudySource,
  event: StoredEvent,
  listing: Listing,
  settings: StudySettings = defaultSettings,
): Promise<EventStudy | null> {
  const family = await eventHeadlines(source, event, [listing.symbol])
  const headline = family.find(({ subject }) => subject.listing.symbol === listing.symbol)
  if (headline === undefined) return null
  const { subject } = headline
  const looks = family.map((one) => asked(one, settings))
  const { cut, result } = looks[family.indexOf(headline)] ?? asked(headline, settings)
  const span = [-settings.pre, settings.post] as const
  const others = family.filter((one) => one !== headline)
  return {
    settings,
    headline,
    family,
    result,
    results: looks.map((look) => look.result),
    cut,
    confounders: confoundersOf(subject, ...span),
    limits: limitDays(subject, ...span),
    longReturns: longReturns(subject, ...span),
    drift: {
      before: windowLook(subject, headlineSettings, driftWindows.before),
      after: windowLook(subject, headlineSettings, driftWindows.after),
    },
    volume: volumeOf(headline),
    bootstrap: bootstrapOf(headline),
    robustness: robustnessOf(subject),
    differences: others.flatMap((other) => headlineDifference(headline, other) ?? []),
    rank: rankOf(headline),
  }
}
