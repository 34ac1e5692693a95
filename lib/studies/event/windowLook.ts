import { fitModel } from '@/lib/analytics/eventStudy/model'
import { type WindowTest, windowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import { cutWindows } from './cut'
import { confidence, type StudySettings } from './settings'
import type { StudySubject } from './subject'

/** The CAR of one window of a study's subject, sessions `from` to `to` around day 0, with its test; or why there is none. */
export function windowLook(
  { refusal, series, zero, around }: StudySubject,
  settings: StudySettings,
  { from, to }: { readonly from: number; readonly to: number },
): WindowTest | Refusal {
  if (refusal) return refusal
  const cut = cutWindows(series, { zero, from, to, settings, around })
  if (isRefusal(cut)) return cut
  const { estimation, event } = cut
  const fit = fitModel(settings.model, estimation.firm, estimation.market)
  return isRefusal(fit) ? fit : windowTest(fit, event.firm, event.market ?? event.firm, confidence)
}
