import type { Store } from '@/lib/store/connection/store'
import { type CommandContext, requireScope } from '@/lib/store/context'
import { listRules, type StoredRule } from '@/lib/store/rule/list'
import { type RecordedSignal, recordSignals } from '@/lib/store/signal/record'
import type { Hit } from './hit'
import { RuleError, signalKind } from './kinds'
import { type SignalReads, signalReads } from './reads'

/** What of a rule decides when it comes true; `id` is null for one that is not stored. */
export type EvaluatedRule = Pick<StoredRule, 'kind' | 'parameters' | 'listings'> & { readonly id: number | null }

const byTime = (a: Hit, b: Hit) =>
  a.knownAt.getTime() - b.knownAt.getTime() || (a.cause < b.cause ? -1 : a.cause > b.cause ? 1 : 0)

/**
 * Every hit of a rule up to the moment of `reads`, ascending by when it could be known, each cause once. What was found at an earlier moment is found again. Throws a
 * `RuleError` for a rule whose kind or parameters are none.
 */
export async function hitsOfRule(
  reads: SignalReads,
  { id, kind, parameters, listings }: EvaluatedRule,
): Promise<Hit[]> {
  const found = signalKind(kind)
  if (found === null) throw new RuleError(`there is no kind of rule "${kind}"`)
  const hits = [...(await found.evaluate(reads, parameters, { named: listings, ruleId: id }))].sort(byTime)
  const causes = new Set<string>()
  return hits.filter(({ cause, knownAt }) => knownAt <= reads.asOf && !causes.has(cause) && causes.add(cause))
}

/** Which rules are evaluated: `all`, or those that look at quotes as well. */
export type RuleChoice = 'all' | 'quotes'

function isChosen({ parameters }: StoredRule, choice: RuleChoice): boolean {
  return choice === 'all' || (parameters as { quotes?: unknown } | null)?.quotes === true
}

export interface EvaluateOptions {
  /** The moment that is looked from; `ctx.now` when not given. Only what could be known then counts. */
  readonly asOf?: Date
  /** Only hits that could be known from this moment on are recorded. */
  readonly since?: Date
  readonly choice?: RuleChoice
}

/** What an evaluation did. */
export interface Evaluation {
  readonly rules: number
  /** The signals that are new. */
  readonly recorded: readonly RecordedSignal[]
  /** Rules that could not be evaluated, by slug, with the reason. */
  readonly problems: readonly { readonly rule: string; readonly reason: string }[]
}

/**
 * Evaluates the published rules and records the hits whose cause was not told before, a rule at a time. May be run again, and by several at once: no cause is told twice.
 * A rule that cannot be evaluated leaves the others alone. Needs the scope `ingest`. Throws when the store fails; what was recorded by then stays.
 */
export async function evaluateRules(
  store: Store,
  ctx: CommandContext,
  { asOf = ctx.now, since, choice = 'all' }: EvaluateOptions = {},
): Promise<Evaluation> {
  requireScope(ctx, 'ingest')
  const rules = (await listRules(store.sql)).filter((rule) => isChosen(rule, choice))
  const reads = signalReads(store, asOf)
  const ids = new Map(rules.length === 0 ? [] : (await reads.listings()).map(({ symbol, id }) => [symbol, id]))
  const recorded: RecordedSignal[] = []
  const problems: { rule: string; reason: string }[] = []
  for (const rule of rules) {
    try {
      const hits = await hitsOfRule(reads, rule)
      const signals = hits
        .filter(({ knownAt }) => since === undefined || knownAt >= since)
        .map(({ symbol, ...hit }) => ({
          ...hit,
          ruleId: rule.id,
          listingId: symbol === null ? null : (ids.get(symbol) ?? null),
        }))
      recorded.push(...(await store.sql.begin((sql) => recordSignals(sql, ctx, signals))))
    } catch (error) {
      if (!(error instanceof RuleError)) throw error
      problems.push({ rule: rule.slug, reason: error.message })
    }
  }
  return { rules: rules.length, recorded, problems }
}
