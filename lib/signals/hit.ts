import type { z } from 'zod'
import type { ParametersOf, RuleKind } from '@/lib/store/rule/parameters'
import type { Told } from '@/lib/studies/claims/result'
import type { SignalReads } from './reads'

/** The figures of a hit: flat JSON, so that a table and a webhook can take them as they are. */
export type Numbers = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** A condition that came true. */
export interface Hit<N extends Numbers = Numbers> {
  /** The same text whenever the same thing is found again, whatever else is known then. */
  readonly cause: string
  readonly symbol: string | null
  /** The session it is of, a date of the listing's exchange; null for what is of none. */
  readonly session: string | null
  /** From when it could be known, in UTC. */
  readonly knownAt: Date
  readonly numbers: N
}

/** What things are called: the name of a symbol or slug in both languages, the key itself where it has none. */
export interface Names {
  listing(symbol: string): Told
  event(slug: string): Told
  claim(slug: string): Told
  milestone(slug: string): Told
  topic(slug: string): Told
}

/**
 * One kind of rule. `evaluate` finds every hit up to the moment of `reads`, from the first stored figure on: what was found at an earlier moment is found again, and
 * nothing later changes it.
 */
export interface SignalKind<Kind extends RuleKind, N extends Numbers> {
  readonly kind: Kind
  readonly numbers: z.ZodType<N>
  evaluate(reads: SignalReads, parameters: ParametersOf<Kind>, scope: Scope): Promise<readonly Hit<N>[]>
  /** The hit in a sentence, with its figures. */
  tell(numbers: N, names: Names, symbol: string | null): Told
  /** What the rule looks for, as a phrase without a full stop. */
  describe(parameters: ParametersOf<Kind>): Told
}

/** Which listings a rule looks at, and of what else it is told. */
export interface Scope {
  /** Symbols the rule names; empty for all. */
  readonly named: readonly string[]
  /** Id of the rule in the store, null for one that is not stored. */
  readonly ruleId: number | null
}

/** Whether a rule looks at a listing (null: at what belongs to none); one that names listings only at those. */
export function looksAt({ named }: Scope, symbol: string | null): boolean {
  return named.length === 0 || (symbol !== null && named.includes(symbol))
}
