import { commandContext, type RefreshEnvironment } from '@/lib/ingest/sources'
import { evaluateRules, type RuleChoice } from '@/lib/signals/evaluate'
import { log, logFailure } from './log'

/**
 * Evaluates all rules after a refresh, or those that look at quotes after new ones. Says what is new in a line; a failing store is
 * a line too, and what was not found is found the next time.
 */
export async function tellSignals(env: RefreshEnvironment, choice: RuleChoice): Promise<void> {
  if (env.signal?.aborted) return
  try {
    const { recorded, problems } = await evaluateRules(env.store, commandContext(env), { choice })
    for (const { rule, reason } of problems) log(`the rule "${rule}" cannot be evaluated: ${reason}`)
    if (recorded.length > 0) log(`${recorded.length} new ${recorded.length === 1 ? 'signal' : 'signals'}`)
  } catch (error) {
    logFailure('evaluating the rules failed in the store', error)
  }
}
