import type { WindowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import { asSimple, type ReturnKind } from '@/lib/analytics/returns'
import type { EventDifference } from '@/lib/studies/event/difference'
import type { Headline } from '@/lib/studies/event/headline'
import { headlineSettings, headlineWindow } from '@/lib/studies/event/settings'
import { verdictSentence } from '@/lib/studies/event/words'
import type { HeadlineView, RefusalView, StudyView, WindowTestView } from './schema'

/** A refusal as the API says it. */
export function refusalView({ refused, detail }: Refusal): RefusalView {
  return { reason: refused, detail }
}

const noTest = { car: null, percent: null, se: null, t: null, df: null, p: null, lo: null, hi: null }

/** A window's test or its refusal; CARs of `returns`. */
export function windowTestView(
  test: WindowTest | Refusal,
  { from, to }: { from: number; to: number },
  returns: ReturnKind,
): WindowTestView {
  if (isRefusal(test)) return { from, to, ...noTest, refusal: refusalView(test) }
  const { car, se, t, df, p, lo, hi } = test
  return { from, to, car, percent: 100 * asSimple(car, returns), se, t, df, p, lo, hi, refusal: null }
}

/** The headline of one listing; `tested` is how many of the event's listings Holm runs over. */
export function headlineView(headline: Headline, tested: number): HeadlineView {
  const { subject, verdict, test, cut, refusal } = headline
  const { symbol, name, nameZh, benchmark } = subject.listing
  const { en, zh } = verdictSentence(headline, tested)
  return {
    ...{ symbol, name, nameZh, benchmark },
    day0: subject.day0,
    verdict,
    sentence: en,
    sentenceZh: zh,
    test: windowTestView(refusal ?? test, headlineWindow, headlineSettings.returns),
    pHolm: test?.pHolm ?? null,
    placeboP: test?.placebo.p ?? null,
    placeboHolm: test?.placeboHolm ?? null,
    minimumDetectable: test?.minimumDetectable ?? null,
    usable: cut?.estimation.at.length ?? null,
  }
}

/** The difference of two listings' headlines. */
export function differenceView({ against, pairing, result }: EventDifference): StudyView['differences'][number] {
  if (isRefusal(result)) {
    const none = { difference: null, se: null, t: null, df: null, p: null, correlation: null, pairs: null }
    return { against, pairing, ...none, refusal: refusalView(result) }
  }
  return { against, pairing, ...result, refusal: null }
}
