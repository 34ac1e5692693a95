import { carDifference, type Difference } from '@/lib/analytics/eventStudy/difference'
import { fitModel, residualsOf } from '@/lib/analytics/eventStudy/model'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import type { Headline } from './headline'
import { type Dated, type Pairing, pairedValues, pairingOf } from './pairing'
import { headlineSettings } from './settings'

/** The headline CAR of a listing less that of another, each from its own day 0. */
export interface EventDifference {
  readonly against: string
  readonly pairing: Pairing
  readonly result: Difference | Refusal
}

/** Residuals of the headline's estimation window by session; null without a test. */
export function headlineResiduals({ cut, test }: Pick<Headline, 'cut' | 'test'>): Dated | null {
  if (cut === null || test === null) return null
  const { firm, market, session } = cut.estimation
  const fit = fitModel(headlineSettings.model, firm, market)
  return isRefusal(fit) ? null : { session, value: residualsOf(fit, firm, market) }
}

/** Two headlines of one event set against each other, residuals paired as the days 0 are. Null where a headline has no test. */
export function headlineDifference(one: Headline, other: Headline): EventDifference | null {
  const [a, b] = [headlineResiduals(one), headlineResiduals(other)]
  if (!one.test || !other.test || a === null || b === null) return null
  const pairing = pairingOf(one.test.session[0] ?? '', other.test.session[0] ?? '')
  const result = carDifference(one.test, other.test, pairedValues(a, b, pairing))
  return { against: other.subject.listing.symbol, pairing, result }
}
