/** Why a figure of a study cannot be had. A closed set: pages and the API word each. */
export const refusalReasons = [
  'month',
  'calendar-unknown',
  'no-listing',
  'no-benchmark',
  'before-the-data',
  'past-the-data',
  'unsettled',
  'too-few-sessions',
  'too-few-events',
  'constant-market',
  'no-variation',
  'missing-values',
  'not-known',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The answer where there is none: a value with its reason, never NaN and never a figure of something else. */
export interface Refusal<Reason extends string = RefusalReason> {
  readonly refused: Reason
  /** One sentence with the figures behind it: what there is, and what was needed. */
  readonly detail: string
}

/** A refusal. */
export function refuse<Reason extends string>(refused: Reason, detail: string): Refusal<Reason> {
  return { refused, detail }
}

/** Whether an answer is a refusal. */
export function isRefusal(answer: object): answer is Refusal<string> {
  return 'refused' in answer
}
