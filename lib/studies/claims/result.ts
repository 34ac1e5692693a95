import { type Refusal, type RefusalReason, refuse } from '@/lib/analytics/refusal'

/** What the stored figures say of a claim. A closed set. */
export const claimVerdicts = [
  'holds',
  'holds-within-rounding',
  'does-not-hold',
  'depends-on-the-dates',
  'contradicts-itself',
  'not-checkable',
] as const
export type ClaimVerdict = (typeof claimVerdicts)[number]

/** A text for people in both languages. */
export interface Told {
  readonly en: string
  readonly zh: string
}

/** A figure that a verdict rests on. */
export interface ClaimInput {
  readonly name: Told
  /** A decimal, a date, or a word. */
  readonly value: string
  readonly unit: Told
  /** The session, fiscal label or date it is of; null when the statement itself says it. */
  readonly period: string | null
  /** Id of the feed it came from, null when it is no figure of a feed. */
  readonly feed: string | null
  /** The document it is written in, or the statement itself; null when none is stored. */
  readonly document: Told | null
  /** The moment from which it was known, null when it has none. */
  readonly asOf: Date | null
}

/** From `low` to `high` as decimals, in the unit of what was computed. */
export interface Range {
  readonly low: string
  readonly high: string
}

/** One possible end of a period: what the statement gives for it. Closes are decimals in the listing's currency, `change` is in the unit computed. */
export interface EndDate {
  readonly session: string
  readonly close: string
  readonly start: string
  readonly startClose: string
  readonly change: string
  readonly satisfies: boolean
  readonly feed: string
}

/** How many of the last end dates satisfy the statement. */
export interface EndDates {
  readonly count: number
  readonly satisfied: number
  readonly share: number
  readonly min: string
  readonly max: string
  readonly list: readonly EndDate[]
}

/** What a conversion gives on one of the dates asked for; `value` is a decimal in the unit computed. */
export interface Conversion {
  readonly date: string
  /** The date the rates are of: that one, or the last before with rates. */
  readonly rateDate: string
  readonly value: string
  readonly satisfies: boolean
}

/** A claim held against what was known when it was made, with everything the verdict rests on. */
export interface Judgement {
  readonly verdict: ClaimVerdict
  readonly inputs: readonly ClaimInput[]
  /** The arithmetic in one line, with its numbers; null where there is none. */
  readonly formula: Told | null
  readonly computed: { readonly value: string; readonly unit: Told } | null
  /** What the computed figure can be, given the rounding of its inputs. */
  readonly interval: Range | null
  /** What the statement can mean, given its own rounding. */
  readonly stated: Range | null
  readonly endDates: EndDates | null
  readonly conversions: readonly Conversion[] | null
  readonly finding: Told
  /** What later figures add. They never turn the verdict. */
  readonly since: Told | null
}

/** When a claim is judged: what was known at `judgedAt` decides, what is known at `now` is told besides. */
export interface Moments {
  readonly judgedAt: Date
  readonly now: Date
}

/** A refusal with its sentence in both languages. */
export interface ToldRefusal extends Refusal {
  readonly told: Told
}

/** A refusal of a figure that a claim needs. */
export function refuseTold(reason: RefusalReason, en: string, zh: string): ToldRefusal {
  return { ...refuse(reason, en), told: { en, zh } }
}

/** A judgement with nothing in it but what is given. */
export function judged(of: Pick<Judgement, 'verdict' | 'finding'> & Partial<Judgement>): Judgement {
  const nothing = { formula: null, computed: null, interval: null, stated: null, endDates: null, conversions: null }
  return { inputs: [], since: null, ...nothing, ...of }
}

/** The judgement that there can be none, with its reason. */
export function notCheckable({ en, zh }: Told, rest: Partial<Judgement> = {}): Judgement {
  return judged({ ...rest, verdict: 'not-checkable', finding: { en, zh } })
}
