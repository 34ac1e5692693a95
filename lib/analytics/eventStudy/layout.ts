import { type Refusal, refuse } from '../refusal'

/** Lengths in sessions: the event window runs from `pre` before day 0 to `post` after it, `gap` sessions lie before it, then the estimation window. */
export interface WindowLengths {
  readonly pre: number
  readonly post: number
  readonly gap: number
  readonly estimation: number
}

/** Positions in a column of returns: [from, to) each. */
export interface Layout {
  readonly estimation: { readonly from: number; readonly to: number }
  readonly event: { readonly from: number; readonly to: number }
}

/**
 * Where the windows of an event lie in a column of `returns` returns, day 0 at index `zero`: exactly `gap` returns between the last of the estimation
 * window and the first of the event window. An estimation window that the column does not fill begins with the column (the caller says how many rows
 * are enough); an event window that leaves the column is refused, with the sessions that are there.
 */
export function windowLayout(
  returns: number,
  zero: number,
  { pre, post, gap, estimation }: WindowLengths,
): Layout | Refusal {
  const [from, to] = [zero - pre, zero + post + 1]
  if (zero < 0) return refuse('before-the-data', 'day 0 is the first session, which has no return')
  if (from < 0) return refuse('before-the-data', `${zero} returns come before day 0, the event window needs ${pre}`)
  if (to > returns) {
    return refuse(
      'past-the-data',
      `${Math.max(0, returns - zero - 1)} returns come after day 0, the event window needs ${post}`,
    )
  }
  const end = Math.max(0, from - gap)
  return { estimation: { from: Math.max(0, end - estimation), to: end }, event: { from, to } }
}
