import { isRefusal } from '@/lib/analytics/refusal'
import { headlineSettings, headlineWindow } from './settings'
import type { StudySubject } from './subject'
import { windowTestOf } from './windowLook'

/** Sessions looked back on: three years. */
const longest = 756

/**
 * The headline's studentised CAR on every admissible day before the event: the same model, window and estimation rule, up to three years back. A day is
 * admissible when its window touches no session from -1 to +1 of another event of the listing, ends before the event's own -1, and its study is not
 * refused. Only days before the event count, so that what comes later never changes an answer.
 */
export function placeboDays({ series, zero, around }: StudySubject): { session: string[]; t: number[] } {
  const out = { session: [] as string[], t: [] as number[] }
  const { from, to } = headlineWindow
  for (let at = Math.max(0, zero - longest); at + to < zero - 1; at++) {
    let touched = false
    for (let day = from; day <= to; day++) touched ||= around.has(at + day + 1)
    if (touched) continue
    const test = windowTestOf(series, { zero: at, from, to, settings: headlineSettings, around })
    if (isRefusal(test)) continue
    out.session.push(series.session[at + 1] ?? '')
    out.t.push(test.t)
  }
  return out
}
