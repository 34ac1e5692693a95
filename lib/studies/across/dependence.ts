import { correlation } from '@/lib/analytics/moments'
import { headlineResiduals } from '../event/difference'
import { pairedValues, pairingOf } from '../event/pairing'
import type { CountedRow } from './rows'

/** How far the rows of a group depend on each other because they happened at the same time. */
export interface Dependence {
  /** Mean over all pairs of rows of the correlation that their windows share; 0 where none do. */
  readonly meanCorrelation: number
  readonly pairs: number
  /** Pairs whose windows share time. */
  readonly overlapping: number
}

const fewestPaired = 20

/** The share of the shorter window that two rows have in common: all of it for one event on two exchanges, else the sessions of equal date. */
function shared(a: CountedRow, b: CountedRow): number {
  if (a.event.slug === b.event.slug) return 1
  const [x, y] = [a.headline.test.session, b.headline.test.session]
  return x.filter((session) => y.includes(session)).length / Math.min(x.length, y.length)
}

/**
 * Mean correlation of abnormal returns between the rows of a group: residuals of the estimation windows, paired as the days 0 are, weighted by the share of
 * the windows that two rows have in common. Windows apart in time are independent, however much their estimation windows overlap.
 * Source: Kolari and Pynnönen (2010), for events of which only some share dates.
 */
export function dependenceOf(rows: readonly CountedRow[]): Dependence {
  const residuals = rows.map(({ headline }) => headlineResiduals(headline))
  let [sum, pairs, overlapping] = [0, 0, 0]
  for (const [i, a] of rows.entries()) {
    for (let j = i + 1; j < rows.length; j++) {
      pairs++
      const b = rows[j]
      const [own, other] = [residuals[i], residuals[j]]
      const weight = b === undefined ? 0 : shared(a, b)
      if (b === undefined || weight === 0 || !own || !other) continue
      overlapping++
      const paired = pairedValues(
        own,
        other,
        pairingOf(a.headline.test.session[0] ?? '', b.headline.test.session[0] ?? ''),
      )
      const found = paired.a.length < fewestPaired ? Number.NaN : correlation(paired.a, paired.b)
      // Without enough common sessions the worst is assumed: two rows that are one.
      sum += weight * (Number.isNaN(found) ? 1 : found)
    }
  }
  return { meanCorrelation: pairs === 0 ? 0 : sum / pairs, pairs, overlapping }
}
