import { type Fit, fitModel, type Model } from '@/lib/analytics/eventStudy/model'
import type { Column } from '@/lib/analytics/moments'
import { isRefusal } from '@/lib/analytics/refusal'

/** A fit that has to be there. */
export function fitted(model: Model, firm: Column, market: Column): Fit {
  const fit = fitModel(model, firm, market)
  if (isRefusal(fit)) throw new Error(`refused: ${fit.detail}`)
  return fit
}
