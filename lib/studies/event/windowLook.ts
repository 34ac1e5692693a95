import { fitModel } from '@/lib/analytics/eventStudy/model'
import { type WindowTest, windowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import { type CutRequest, type WindowReturns, windowReturns } from './cut'
import type { StudySeries } from './series'
import { confidence, type StudySettings } from './settings'
import type { StudySubject } from './subject'

/** The CAR over the event window of some returns, with its test; or why there is none. */
export function testWindow(
  { estimation, event }: Pick<WindowReturns, 'estimation' | 'event'>,
  { model }: StudySettings,
): WindowTest | Refusal {
  const fit = fitModel(model, estimation.firm, estimation.market)
  return isRefusal(fit) ? fit : windowTest(fit, event.firm, event.market ?? event.firm, confidence)
}

/** The CAR of the window that is asked for on a series, with its test; or why there is none. */
export function windowTestOf(series: StudySeries, request: CutRequest): WindowTest | Refusal {
  const returns = windowReturns(series, request)
  return isRefusal(returns) ? returns : testWindow(returns, request.settings)
}

/** The CAR of sessions `from` to `to` around day 0 of a study's subject, with its test; or why there is none. */
export function windowLook(
  { refusal, series, zero, around }: StudySubject,
  settings: StudySettings,
  { from, to }: { readonly from: number; readonly to: number },
): WindowTest | Refusal {
  return refusal ?? windowTestOf(series, { zero, from, to, settings, around })
}
