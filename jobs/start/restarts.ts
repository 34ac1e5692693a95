/** What is known about a part's failures: how many in a row came soon after a start. */
export interface RestartState {
  readonly quickFailures: number
}

export const noFailures: RestartState = { quickFailures: 0 }

/** A part that ran for as long as this had come up: its failure begins a new count. */
export const quickMs = 20_000
const firstDelayMs = 100
const longestDelayMs = 5_000
const mostQuickFailures = 8

/** What to do after a part failed: bring it up after `delayMs`, or give up. */
export type RestartDecision =
  | { readonly again: true; readonly delayMs: number; readonly state: RestartState }
  | { readonly again: false }

/**
 * Decides on a part that failed after running for `uptimeMs`: at first again almost at once, then with twice the wait each time up to
 * 5 s, and no more after 8 quick failures in a row. Pure.
 */
export function afterFailure(state: RestartState, uptimeMs: number): RestartDecision {
  const quickFailures = uptimeMs >= quickMs ? 1 : state.quickFailures + 1
  if (quickFailures > mostQuickFailures) return { again: false }
  return {
    again: true,
    delayMs: Math.min(firstDelayMs * 2 ** (quickFailures - 1), longestDelayMs),
    state: { quickFailures },
  }
}
