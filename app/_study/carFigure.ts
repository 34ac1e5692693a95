import { asSimple } from '@/lib/analytics/returns'
import type { StudyView } from '@/lib/api/study/schema'
import { level } from '@/lib/studies/event/settings'

/** One session of the chart; changes in percent. */
export interface CarPoint {
  readonly day: number
  readonly session: string
  readonly ar: number
  /** Whether the session's own p is under 5 %. */
  readonly significant: boolean
  readonly car: number
  readonly lo: number
  readonly hi: number
}

/** The points of the chart; null where the windows asked for cannot be studied. */
export function carPoints({ days, ar, arP, car, carLo, carHi, input, settings }: StudyView): CarPoint[] | null {
  const sessions = input?.events[0]?.event.session
  if (sessions === undefined) return null
  const percent = (value: number | null | undefined) =>
    value === null || value === undefined ? null : 100 * asSimple(value, settings.returns)
  const points = days.flatMap((day, i) => {
    const [one, sum, lo, hi] = [ar, car, carLo, carHi].map((column) => percent(column[i]))
    const session = sessions[i]
    if (one == null || sum == null || lo == null || hi == null || session === undefined) return []
    return [{ day, session, ar: one, significant: (arP[i] ?? 1) < level, car: sum, lo, hi }]
  })
  return points.length === days.length ? points : null
}

/** What is marked above a session: `L` for a close at the price limit, numbers for other events in their order. */
export interface SessionMark {
  readonly day: number
  readonly label: string
}

/** The marks of the chart, one a session, ascending. */
export function sessionMarks(
  { priceLimits, confounders }: Pick<StudyView, 'priceLimits' | 'confounders'>,
  limit: string,
) {
  const labels = new Map<number, string[]>()
  const add = (day: number, label: string) => labels.set(day, [...(labels.get(day) ?? []), label])
  for (const { relative } of priceLimits) add(relative, limit)
  confounders.forEach(({ relative }, i) => {
    add(relative, String(i + 1))
  })
  return [...labels].map(([day, all]): SessionMark => ({ day, label: all.join(' ') })).sort((a, b) => a.day - b.day)
}
