import { studentTwoSided } from '@/lib/analytics/distributions'
import { type AbnormalReturns, abnormalReturns } from '@/lib/analytics/eventStudy/abnormal'
import { fitModel } from '@/lib/analytics/eventStudy/model'
import { isRefusal } from '@/lib/analytics/refusal'
import type { StudyRows } from './studyFloor'

/** What the library says of one study, with the p of its whole CAR. */
export interface Study {
  readonly abnormal: AbnormalReturns
  readonly p: number
}

/** The same number every time, evenly between -1 and 1: Marsaglia's xorshift of 32 bits. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state / 2 ** 31
  }
}

/** Returns of `studies` studies: a market of about 1 % a day, firms with a beta of 1.2 and 2 % of their own. */
export function studyRows(studies: number, estimation = 250, event = 41): StudyRows {
  const length = studies * (estimation + event)
  const next = noise(20_250_826)
  const market = Float64Array.from({ length }, () => 0.017 * next())
  const firm = market.map((x) => 0.0004 + 1.2 * x + 0.035 * next())
  return { studies, estimation, event, firm, market }
}

/** The subject: every study by the public functions of the library. Throws when one is refused. */
export function studiesOf({ studies, estimation, event, firm, market }: StudyRows): Study[] {
  const length = estimation + event
  return Array.from({ length: studies }, (_, study) => {
    const [from, zero, to] = [study * length, study * length + estimation, (study + 1) * length]
    const fit = fitModel('market', firm.subarray(from, zero), market.subarray(from, zero))
    if (isRefusal(fit)) throw new Error(fit.detail)
    const abnormal = abnormalReturns(fit, firm.subarray(zero, to), market.subarray(zero, to))
    return { abnormal, p: studentTwoSided(abnormal.carT[event - 1] as number, fit.df) }
  })
}
