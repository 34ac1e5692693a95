/**
 * Is told by a study what it reads, each time before it reads it, and until when its answer holds: with that the answer can be remembered until one of these things changes. What a study
 * reads and does not tell is a fault: then a remembered answer could be out of date.
 */
export interface Watch {
  /** The row of a listing and its series, as they could be known at the moment of the study. */
  listing(symbol: string): Promise<void>
  /** The events, with what they name. */
  events(): Promise<void>
  /** The rates of the euro in some currencies. */
  rates(currencies: readonly string[]): Promise<void>
  /** The answer may be another one from `moment` on, without a change of what is stored. */
  until(moment: Date): void
}

const nothing = async () => undefined

/** For who does not remember. */
export const unwatched: Watch = { listing: nothing, events: nothing, rates: nothing, until: () => undefined }
