import { type Model, models } from '@/lib/analytics/eventStudy/model'
import type { WindowTest } from '@/lib/analytics/eventStudy/window'
import { isRefusal, type Refusal } from '@/lib/analytics/refusal'
import { defaultSettings, fewestEstimation, level } from './settings'
import type { StudySubject } from './subject'
import { windowLook } from './windowLook'

const windows = [
  { from: 0, to: 1 },
  { from: -1, to: 1 },
  { from: -5, to: 5 },
] as const
const lengths = [defaultSettings.estimation, fewestEstimation] as const

/** One way of asking the same question. */
export interface RobustnessLook {
  readonly model: Model
  readonly from: number
  readonly to: number
  readonly estimation: number
  readonly test: WindowTest | Refusal
}

/** The strip of 3 models x 3 windows x 2 estimation lengths. `agreeing` counts the looks with the sign of the first and on its side of 5 %. */
export interface Robustness {
  readonly looks: readonly RobustnessLook[]
  readonly answered: number
  readonly sameSign: number
  readonly agreeing: number
}

/** How the CAR comes out under other models, windows and estimation lengths; the first look is the headline's. Log returns. */
export function robustnessOf(subject: StudySubject): Robustness {
  const looks = models.flatMap((model) =>
    windows.flatMap((window) =>
      lengths.map((estimation) => {
        const test = windowLook(subject, { ...defaultSettings, model, estimation }, window)
        return { model, ...window, estimation, test }
      }),
    ),
  )
  const tests = looks.flatMap(({ test }) => (isRefusal(test) ? [] : [test]))
  const [first] = tests
  const sameSign = tests.filter(({ car }) => first !== undefined && Math.sign(car) === Math.sign(first.car))
  const agreeing = sameSign.filter(({ p }) => first !== undefined && p < level === first.p < level)
  return { looks, answered: tests.length, sameSign: sameSign.length, agreeing: agreeing.length }
}
