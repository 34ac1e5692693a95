import { finite, finites } from '../edge'
import type { EventResult } from '../eventStudy/figures'
import { brownWarner } from './brownWarner'
import { kolariPynnonenFactor, kolariPynnonenPatellFactor, meanCorrelation } from './dependence'
import { crossSectionalT, patellZ, type Statistic, studentStatistic, theta1 } from './parametric'
import { rankTest } from './rank'
import { generalisedSign, positiveShare, signTest } from './sign'

/** What the tests across events take of one: nothing in it is missing. */
interface Row {
  readonly residuals: Float64Array
  readonly df: number
  readonly ar: Float64Array
  readonly arSe: Float64Array
  readonly car: Float64Array
  readonly carSe: Float64Array
}

/** Values of all rows on one day. */
function onDay(rows: readonly Row[], name: 'ar' | 'arSe' | 'car' | 'carSe', day: number): Float64Array {
  return Float64Array.from(rows, (row) => row[name][day] as number)
}

function standardisedOnDay(rows: readonly Row[], sum: 'ar' | 'car', day: number): Float64Array {
  const [value, error] = [onDay(rows, sum, day), onDay(rows, sum === 'ar' ? 'arSe' : 'carSe', day)]
  return value.map((one, i) => one / (error[i] as number))
}

const statistics = (tests: readonly Statistic[]) => tests.map(({ statistic }) => finite(statistic))
const probabilities = (tests: readonly Statistic[]) => tests.map(({ p }) => finite(p))

function signs(rows: readonly Row[], days: readonly number[]) {
  const n = rows.length
  const pHat = positiveShare(rows.map(({ residuals }) => residuals))
  const byDay = days.map((j) => signTest(onDay(rows, 'ar', j)))
  const byWindow = days.map((j) => signTest(onDay(rows, 'car', j)))
  const generalised = byDay.map(({ positive }) => generalisedSign(positive, n, pHat))
  const generalisedWindow = byWindow.map(({ positive }) => generalisedSign(positive, n, pHat))
  return {
    nPos: byDay.map(({ positive }) => finite(positive)),
    signZ: byDay.map(({ z }) => finite(z)),
    csignZ: byWindow.map(({ z }) => finite(z)),
    signExactP: byDay.map(({ exactP }) => finite(exactP)),
    pHat: finite(pHat),
    gsignZ: statistics(generalised),
    gsignP: probabilities(generalised),
    cgsignZ: statistics(generalisedWindow),
    cgsignP: probabilities(generalisedWindow),
  }
}

function standardised(rows: readonly Row[], days: readonly number[]) {
  const n = rows.length
  const df = rows.map((row) => row.df)
  const patellAar = days.map((j) => patellZ(standardisedOnDay(rows, 'ar', j), df))
  const patellScar = days.map((j) => patellZ(standardisedOnDay(rows, 'car', j), df))
  const bmpAar = days.map((j) => crossSectionalT(standardisedOnDay(rows, 'ar', j)))
  const bmpCaar = days.map((j) => crossSectionalT(standardisedOnDay(rows, 'car', j)))
  const aligned = rows.every(({ residuals }) => residuals.length === rows[0]?.residuals.length)
  const correlated = aligned ? meanCorrelation(rows.map(({ residuals }) => residuals)).value : Number.NaN
  const factor = kolariPynnonenFactor(correlated, n)
  const patellFactor = kolariPynnonenPatellFactor(correlated, n)
  const kpAar = bmpAar.map(({ statistic }) => studentStatistic(statistic * factor, n - 1))
  const kpCaar = bmpCaar.map(({ statistic }) => studentStatistic(statistic * factor, n - 1))
  return {
    patellAarZ: statistics(patellAar),
    patellAarP: probabilities(patellAar),
    patellScarZ: statistics(patellScar),
    patellScarP: probabilities(patellScar),
    bmpAarT: statistics(bmpAar),
    bmpAarP: probabilities(bmpAar),
    bmpCaarT: statistics(bmpCaar),
    bmpCaarP: probabilities(bmpCaar),
    meanResidCorr: finite(correlated),
    kpFactor: finite(factor),
    kpAarT: statistics(kpAar),
    kpAarP: probabilities(kpAar),
    kpCaarT: statistics(kpCaar),
    kpCaarP: probabilities(kpCaar),
    kpPatellAarZ: finites(patellAar.map(({ statistic }) => statistic * patellFactor)),
  }
}

function ranks(rows: readonly Row[], days: readonly number[]) {
  const abnormal = rows.map(({ residuals, ar }) => Float64Array.from([...residuals, ...ar]))
  const complete = abnormal.every((column) => !column.some(Number.isNaN))
  const test = complete ? rankTest(abnormal, days.length) : null
  const none = days.map(() => null)
  return {
    rankMeanU: test ? finites(test.meanU) : none,
    rankZ: test ? statistics(test.day) : none,
    rankP: test ? probabilities(test.day) : none,
    rankCarZ: test ? statistics(test.window) : none,
  }
}

/** Fewest estimation rows from which anything but the averages is tested. */
const fewestRows = 3

/**
 * All tests across events, columns over the days of the event window (one length in all events); null where a test cannot be had. From two events on:
 * null for fewer, for windows of differing length, and for events without abnormal returns. Averages need no estimation window, tests three rows each.
 * Estimation windows of one length are taken as calendar-aligned for `meanResidCorr`.
 */
export function crossFigures(results: readonly EventResult[]) {
  const rows = results.flatMap(({ residuals, abnormal, fit }) =>
    residuals && abnormal ? [{ residuals, df: fit?.df ?? 0, ...abnormal }] : [],
  )
  const length = rows[0]?.ar.length ?? 0
  if (rows.length < 2 || length === 0 || rows.some(({ ar }) => ar.length !== length)) return null
  const days = Array.from({ length }, (_, j) => j)
  const aar = Float64Array.from(days, (j) => onDay(rows, 'ar', j).reduce((a, b) => a + b, 0) / rows.length)
  let sum = 0
  const caar = aar.map((value) => (sum += value))
  const averages = { n: rows.length, aar: finites(aar), caar: finites(caar) }
  if (rows.some(({ residuals, df }) => residuals.length < fewestRows || df < 1)) return averages
  const theta = days.map((j) => theta1(onDay(rows, 'car', j), onDay(rows, 'carSe', j)))
  const csectAar = days.map((j) => crossSectionalT(onDay(rows, 'ar', j)))
  const csectCaar = days.map((j) => crossSectionalT(onDay(rows, 'car', j)))
  const bw = brownWarner(
    rows.map(({ residuals }) => residuals),
    aar,
  )
  return {
    ...averages,
    theta1: statistics(theta),
    theta1P: probabilities(theta),
    csectAarT: statistics(csectAar),
    csectAarP: probabilities(csectAar),
    csectCaarT: statistics(csectCaar),
    csectCaarP: probabilities(csectCaar),
    ...standardised(rows, days),
    ...signs(rows, days),
    ...ranks(rows, days),
    bw85T: statistics(bw.day),
    bw85P: probabilities(bw.day),
    bw85Df: bw.df,
    bw85CaarT: statistics(bw.window),
    bw85CaarP: probabilities(bw.window),
  }
}
