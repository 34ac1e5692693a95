import type { Refusal } from '../refusal'

/**
 * The reason in the place of a figure of a valuation: a closed set of its own, which studies of events do not share. `no-earlier-quarter` has nothing to
 * grow from, `not-above-zero` nothing to divide by.
 */
export type Gap = Refusal<
  | 'no-revenue'
  | 'too-few-quarters'
  | 'no-earlier-quarter'
  | 'shares-unknown'
  | 'ads-ratio-unknown'
  | 'not-above-zero'
  | 'no-rate'
>
