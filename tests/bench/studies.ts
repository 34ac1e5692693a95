import { studentTwoSided } from '@/lib/analytics/distributions'
import { abnormalReturns } from '@/lib/analytics/eventStudy/abnormal'
import { fitModel } from '@/lib/analytics/eventStudy/model'
import { isRefusal } from '@/lib/analytics/refusal'
import type { Bench, BenchCase } from './bench'
import { type StudyColumns, type StudyRows, studyColumns, studyFloor } from './studyFloor'

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

/** The subject: every study by the public functions of the library, its columns kept in `out`. Throws when a study is refused. */
export function libraryStudies({ studies, estimation, event, firm, market }: StudyRows, out: StudyColumns): void {
  const expected = new Float64Array(event)
  for (let study = 0; study < studies; study++) {
    const from = study * (estimation + event)
    const zero = from + estimation
    const to = zero + event
    const fit = fitModel('market', firm.subarray(from, zero), market.subarray(from, zero))
    if (isRefusal(fit)) throw new Error(fit.detail)
    const [first, last] = [study * event, (study + 1) * event]
    const into = {
      expected,
      ar: out.ar.subarray(first, last),
      arSe: out.arSe.subarray(first, last),
      arT: out.arT.subarray(first, last),
      car: out.car.subarray(first, last),
      carSe: out.carSe.subarray(first, last),
      carT: out.carT.subarray(first, last),
    }
    const { carT } = abnormalReturns(fit, firm.subarray(zero, to), market.subarray(zero, to), into)
    out.p[study] = studentTwoSided(carT[event - 1] as number, fit.df)
  }
}

/** Event studies by the market model with prediction-error standard errors: ours, and a plain floor. */
export function studyCases(studies: number): BenchCase[] {
  const rows = studyRows(studies)
  const keeping = (work: (rows: StudyRows, out: StudyColumns) => void) => {
    const out = studyColumns(rows)
    return () => {
      work(rows, out)
      return out.all
    }
  }
  return [
    {
      name: 'market model, AR, CAR, SE, t, p',
      size: `${studies.toLocaleString('en')} studies of ${rows.estimation} + ${rows.event} days`,
      limit: 2,
      floor: keeping(studyFloor),
      subject: keeping(libraryStudies),
    },
  ]
}

/** Ten thousand event studies. The cases are made when they are asked for: six million returns are not free. */
export const studies: Bench = {
  name: 'study',
  get cases() {
    return studyCases(10_000)
  },
}
