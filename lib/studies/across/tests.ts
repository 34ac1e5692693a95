import { kolariPynnonenFactor } from '@/lib/analytics/crossEvent/dependence'
import {
  crossSectionalT,
  patellZ,
  type Statistic,
  studentStatistic,
  theta1,
} from '@/lib/analytics/crossEvent/parametric'
import { generalisedSign, positiveShare, type SignTest, signTest } from '@/lib/analytics/crossEvent/sign'
import { mean } from '@/lib/analytics/moments'
import { type Refusal, refuse } from '@/lib/analytics/refusal'
import { wilsonInterval } from '@/lib/analytics/wilson'
import { headlineResiduals } from '../event/difference'
import { type Dependence, dependenceOf } from './dependence'
import type { CountedRow } from './rows'

/** Fewest rows that tests across events are shown for. */
export const fewestRows = 5

/** The tests across the rows of a group, on the headline CARs. */
export interface AcrossTests {
  readonly n: number
  readonly meanCar: number
  readonly dependence: Dependence
  readonly crossSectional: Statistic
  readonly theta1: Statistic
  readonly patell: Statistic
  readonly bmp: Statistic
  readonly kolariPynnonen: Statistic
  readonly sign: SignTest
  readonly generalisedSign: Statistic
  /** The one to read: Kolari and Pynnönen's where rows share time, Boehmer, Musumeci and Poulsen's where none do. */
  readonly chosen: 'kolari-pynnonen' | 'bmp'
  /** Rows whose own verdict is *moved*, with the Wilson interval of their share. */
  readonly moved: { readonly count: number; readonly lo: number; readonly hi: number }
}

/** All tests across some rows that count; refused for fewer than five. */
export function acrossTests(rows: readonly CountedRow[]): AcrossTests | Refusal {
  const n = rows.length
  if (n < fewestRows) {
    return refuse(
      'too-few-events',
      `${n} tested ${n === 1 ? 'row counts' : 'rows count'} here, a test across events needs ${fewestRows}`,
    )
  }
  const tests = rows.map(({ headline }) => headline.test)
  const cars = tests.map(({ car }) => car)
  const standardised = tests.map(({ t }) => t)
  const dependence = dependenceOf(rows)
  const bmp = crossSectionalT(standardised)
  const sign = signTest(cars)
  const residuals = rows.flatMap(({ headline }) => headlineResiduals(headline)?.value ?? [])
  const moved = rows.filter(({ headline }) => headline.verdict === 'moved').length
  return {
    n,
    meanCar: mean(cars),
    dependence,
    crossSectional: crossSectionalT(cars),
    theta1: theta1(
      cars,
      tests.map(({ se }) => se),
    ),
    patell: patellZ(
      standardised,
      tests.map(({ df }) => df),
    ),
    bmp,
    kolariPynnonen: studentStatistic(bmp.statistic * kolariPynnonenFactor(dependence.meanCorrelation, n), n - 1),
    sign,
    generalisedSign: generalisedSign(sign.positive, n, positiveShare(residuals)),
    chosen: dependence.overlapping > 0 ? 'kolari-pynnonen' : 'bmp',
    moved: { count: moved, ...wilsonInterval(moved, n) },
  }
}
