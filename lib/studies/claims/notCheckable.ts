import type { ParametersOf } from './kinds'
import { type Judgement, notCheckable } from './result'

/** A statement that no stored series decides, with what it would take. */
export function judgeNotCheckable({ needs, needsZh }: ParametersOf<'not-checkable'>): Judgement {
  return notCheckable({
    en: `To check this it would take ${needs}. Stored prices, revenue, rates and events do not say it.`,
    zh: `核实这一点需要${needsZh}，已存的股价、营收、汇率和事件无法说明。`,
  })
}
