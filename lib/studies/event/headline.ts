import { type Placebo, placeboTest } from '@/lib/analytics/eventStudy/placebo'
import { minimumDetectable, type WindowTest } from '@/lib/analytics/eventStudy/window'
import { holm } from '@/lib/analytics/multiple'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import type { StoredEvent } from '@/lib/store/event/list'
import { cutWindows, type StudyCut } from './cut'
import { placeboDays } from './placeboDays'
import { headlineSettings, headlineWindow } from './settings'
import type { StudySource } from './source'
import { type StudySubject, studySubject } from './subject'
import { type EventVerdict, eventVerdict } from './verdict'
import { testWindow } from './windowLook'

/** The headline test of one listing: CAR over [0, +1], market model, log returns. */
export interface HeadlineTest extends WindowTest {
  /** Sessions the CAR is over, with closes as traded (decimals) and the session before. */
  readonly session: readonly string[]
  /** 100 (e^CAR - 1). */
  readonly percent: number
  /** Smallest |CAR| that this test would have found with a probability of 80 %. */
  readonly minimumDetectable: number
  readonly placebo: Placebo
  /** Studentised CARs of the placebo days, by session. */
  readonly placebos: { readonly session: readonly string[]; readonly t: readonly number[] }
  /** After Holm over the listings of the event. */
  readonly pHolm: number
  readonly placeboHolm: number
}

/** A headline with its test, or the reason why there is none. */
export type Headline = { readonly subject: StudySubject; readonly verdict: EventVerdict } & (
  | { readonly test: HeadlineTest; readonly cut: StudyCut; readonly refusal: null }
  | { readonly test: null; readonly cut: null; readonly refusal: Refusal }
)

type Untested = Omit<HeadlineTest, 'pHolm' | 'placeboHolm'>

function untested(subject: StudySubject): { cut: StudyCut; test: Untested } | Refusal {
  if (subject.refusal) return subject.refusal
  const { series, zero, around } = subject
  const cut = cutWindows(series, { zero, ...headlineWindow, settings: headlineSettings, around })
  if (isRefusal(cut)) return cut
  const test = testWindow(cut, headlineSettings)
  if (isRefusal(test)) return test
  const placebos = placeboDays(subject)
  return {
    cut,
    test: {
      ...test,
      session: cut.event.session,
      percent: 100 * Math.expm1(test.car),
      minimumDetectable: minimumDetectable(test),
      placebo: placeboTest(test.t, placebos.t, test.sessions),
      placebos,
    },
  }
}

/**
 * The headlines of an event for all listings it names, in its order, and for `further` symbols that it does not; judged together: Holm runs over those
 * that could be tested. As known at the source's moment.
 */
export async function eventHeadlines(
  source: StudySource,
  event: StoredEvent,
  further: readonly string[] = [],
): Promise<Headline[]> {
  const symbols = new Set([...event.listings.map(({ symbol }) => symbol), ...further])
  const listings = await Promise.all([...symbols].map((symbol) => source.listing(symbol)))
  const subjects = await Promise.all(
    listings.flatMap((listing) => (listing === null ? [] : [studySubject(source, event, listing)])),
  )
  return judged(subjects)
}

function judged(subjects: readonly StudySubject[]): Headline[] {
  const rows = subjects.map((subject) => ({ subject, found: untested(subject) }))
  const tests = rows.flatMap(({ found }) => (isRefusal(found) ? [] : [found.test]))
  const p = holm(tests.map((test) => test.p))
  const placebo = holm(tests.map((test) => test.placebo.p))
  return rows.map(({ subject, found }) => {
    if (isRefusal(found)) return { subject, verdict: eventVerdict(null), test: null, cut: null, refusal: found }
    const at = tests.indexOf(found.test)
    const test = { ...found.test, pHolm: p[at] ?? 1, placeboHolm: placebo[at] ?? 1 }
    return { subject, verdict: eventVerdict(test), test, cut: found.cut, refusal: null }
  })
}
