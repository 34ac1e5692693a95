import { windowLayout } from '@/lib/analytics/eventStudy/layout'
import { isRefusal, type Refusal, refuse } from '@/lib/analytics/refusal'
import type { EventDay } from './eventDays'
import type { StudySeries } from './series'
import { fewestEstimation, fewestUsed, type StudySettings } from './settings'

/** The estimation window of a study: returns of both sides, and which of the sessions asked for they are. */
export interface EstimationCut {
  readonly firm: Float64Array
  /** Zeros where there is no benchmark: only `mean-adjusted` is then asked. */
  readonly market: Float64Array
  readonly session: readonly string[]
  /** Positions of the returns. */
  readonly at: readonly number[]
  /** Returns of the window before any is left out; fewer than asked for where the series begins later. */
  readonly available: number
  /** Sessions left out, with the events they lie around. */
  readonly leftOut: readonly { readonly session: string; readonly events: readonly EventDay[] }[]
}

/** Returns of the event window, a value a session. */
export interface EventCut {
  readonly days: readonly number[]
  readonly session: readonly string[]
  readonly firm: Float64Array
  readonly market: Float64Array | null
  /** Positions of the returns. */
  readonly at: readonly number[]
}

export interface StudyCut {
  readonly estimation: EstimationCut
  readonly event: EventCut
}

/** What to cut around position `zero` (the return of day 0): sessions `from` to `to`, the estimation window before it as the settings say. */
export interface CutRequest {
  readonly zero: number
  readonly from: number
  readonly to: number
  readonly settings: StudySettings
  readonly around: ReadonlyMap<number, readonly EventDay[]>
}

function beyond(series: StudySeries, { zero, to }: CutRequest, refusal: Refusal): Refusal {
  const last = series.session.at(-1)
  if (refusal.refused !== 'past-the-data' || last === undefined) return refusal
  const there = series.session.length - 2 - zero
  const window = `the window needs ${to} session${to === 1 ? '' : 's'} after day 0 and has ${Math.max(0, there)}`
  const [waiting] = series.unsettled
  return waiting === undefined
    ? refuse('past-the-data', `${window}: the last session that listing and benchmark share is ${last}`)
    : refuse('unsettled', `${window}: ${waiting} is stored but not settled`)
}

/** The returns of both windows alone: what a test needs, without the sessions and events that go with them. */
export interface WindowReturns {
  readonly estimation: { readonly firm: Float64Array; readonly market: Float64Array; readonly at: readonly number[] }
  readonly event: { readonly firm: Float64Array; readonly market: Float64Array | null }
  /** Positions [from, to) of the estimation window before any is left out. */
  readonly window: { readonly from: number; readonly to: number }
}

function pick(column: Float64Array | null, positions: readonly number[]): Float64Array {
  const out = new Float64Array(positions.length)
  if (column) for (let i = 0; i < out.length; i++) out[i] = column[positions[i] as number] as number
  return out
}

/**
 * The returns of the windows around an event on a series: the event window whole or refused (past the data, not settled), then `gap` sessions, then the
 * estimation window, less the sessions from -1 to +1 around the listing's other events. It is not moved back for those, nor for a series that begins
 * later; with fewer than 120 returns, or 60 that are left, it is refused.
 */
export function windowReturns(series: StudySeries, request: CutRequest): WindowReturns | Refusal {
  const { zero, from, to, settings, around } = request
  const { firm, market } = series.returns(settings.returns)
  if (market === null && settings.model !== 'mean-adjusted') {
    return refuse('no-benchmark', `the listing has no benchmark here, which the ${settings.model} model needs`)
  }
  // A window such as [2, 20] still has its estimation window before `pre` and the gap.
  const pre = Math.max(settings.pre, -from)
  const layout = windowLayout(firm.length, zero, { ...settings, pre, post: to })
  if (isRefusal(layout)) return beyond(series, request, layout)
  const window = layout.estimation
  const at: number[] = []
  for (let position = window.from; position < window.to; position++) if (!around.has(position + 1)) at.push(position)
  const available = window.to - window.from
  if (available < fewestEstimation || at.length < fewestUsed) {
    const without = available === at.length ? '' : `, of which ${available - at.length} lie around other events`
    const detail = `${available} returns come before the event window${without}; a study needs ${fewestEstimation}, and ${fewestUsed} away from other events`
    return refuse('too-few-sessions', detail)
  }
  const [start, end] = [zero + from, zero + to + 1]
  return {
    estimation: { firm: pick(firm, at), market: pick(market, at), at },
    event: { firm: firm.subarray(start, end), market: market ? market.subarray(start, end) : null },
    window,
  }
}

/** The windows of `windowReturns` with the sessions they are of, and the events around which sessions were left out. */
export function cutWindows(series: StudySeries, request: CutRequest): StudyCut | Refusal {
  const found = windowReturns(series, request)
  if (isRefusal(found)) return found
  const { zero, from, to, around } = request
  const days = Array.from({ length: to - from + 1 }, (_, j) => from + j)
  const at = days.map((day) => zero + day)
  const sessionOf = (position: number) => series.session[position + 1] ?? ''
  const window = Array.from({ length: found.window.to - found.window.from }, (_, i) => found.window.from + i)
  return {
    estimation: {
      ...found.estimation,
      session: found.estimation.at.map(sessionOf),
      available: window.length,
      leftOut: window.flatMap((position) => {
        const events = around.get(position + 1)
        return events ? [{ session: sessionOf(position), events }] : []
      }),
    },
    event: { ...found.event, days, session: at.map(sessionOf), at },
  }
}
