import type { z } from 'zod'
import { isRuleKind, type ParametersOf, type RuleKind, ruleParameters } from '@/lib/store/rule/parameters'
import type { Told } from '@/lib/studies/claims/result'
import type { Hit, Names, Numbers, Scope, SignalKind } from './hit'
import { abnormalReturn } from './kinds/abnormalReturn'
import { claimVerdict } from './kinds/claimVerdict'
import { drawdown } from './kinds/drawdown'
import { eventVerdict } from './kinds/eventVerdict'
import { extreme } from './kinds/extreme'
import { gap } from './kinds/gap'
import { heldRow } from './kinds/heldRow'
import { milestone } from './kinds/milestone'
import { relativeStrength } from './kinds/relativeStrength'
import { revenueFiled } from './kinds/revenueFiled'
import { staleSeries } from './kinds/staleSeries'
import { volume } from './kinds/volume'
import type { SignalReads } from './reads'

/** A kind as it meets what is stored: parameters and numbers are checked first. */
interface OpenKind {
  /** Throws a `RuleError` for parameters that do not fit. */
  evaluate(reads: SignalReads, parameters: unknown, scope: Scope): Promise<readonly Hit[]>
  /** Null for numbers that do not fit. */
  tell(numbers: unknown, names: Names, symbol: string | null): Told | null
  /** Null for parameters that do not fit. */
  describe(parameters: unknown): Told | null
}

/** Raised for a stored rule that cannot be evaluated. */
export class RuleError extends Error {
  override readonly name = 'RuleError'
}

function opened<Kind extends RuleKind, N extends Numbers>(of: SignalKind<Kind, N>): OpenKind {
  const schema: z.ZodType<unknown> = ruleParameters[of.kind]
  return {
    evaluate: async (reads, parameters, scope) => {
      const parsed = schema.safeParse(parameters)
      if (parsed.success) return of.evaluate(reads, parsed.data as ParametersOf<Kind>, scope)
      const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
      throw new RuleError(`its parameters do not fit its kind ${of.kind}: ${issues.join('; ')}`)
    },
    tell: (numbers, names, symbol) => {
      const parsed = of.numbers.safeParse(numbers)
      return parsed.success ? of.tell(parsed.data, names, symbol) : null
    },
    describe: (parameters) => {
      const parsed = schema.safeParse(parameters)
      return parsed.success ? of.describe(parsed.data as ParametersOf<Kind>) : null
    },
  }
}

const kinds: Readonly<Record<RuleKind, OpenKind>> = {
  'abnormal-return': opened(abnormalReturn),
  'event-verdict': opened(eventVerdict),
  volume: opened(volume),
  extreme: opened(extreme),
  drawdown: opened(drawdown),
  'relative-strength': opened(relativeStrength),
  'revenue-filed': opened(revenueFiled),
  milestone: opened(milestone),
  'claim-verdict': opened(claimVerdict),
  'stale-series': opened(staleSeries),
  gap: opened(gap),
  'held-row': opened(heldRow),
}

/** The kind of a name as it is stored, null for one that is none. */
export function signalKind(name: string): OpenKind | null {
  return isRuleKind(name) ? kinds[name] : null
}
