import { axisOver } from '@/app/_ui/chart/scale'
import { asSimple } from '@/lib/analytics/returns'
import type { StudyView } from '@/lib/api/study/schema'

/** The CAR of one listing by day with its band, in percent. */
export interface Path {
  readonly symbol: string
  readonly car: readonly number[]
  readonly lo: readonly number[]
  readonly hi: readonly number[]
}

/** The paths that can be drawn, each with a figure for every day; a listing whose window is refused has none. */
export function pathsOf({ paths, days, settings }: Pick<StudyView, 'paths' | 'days' | 'settings'>): Path[] {
  const percent = (column: readonly (number | null)[]) =>
    column.flatMap((value) => (value === null ? [] : [100 * asSimple(value, settings.returns)]))
  return paths.flatMap(({ symbol, car, carLo, carHi }) => {
    const path = { symbol, car: percent(car), lo: percent(carLo), hi: percent(carHi) }
    return [path.car, path.lo, path.hi].every(({ length }) => length === days.length && length > 0) ? [path] : []
  })
}

/** One axis for all paths, so that their sizes can be compared. */
export function sharedAxis(paths: readonly Path[]): ReturnType<typeof axisOver> {
  return axisOver(
    paths.flatMap(({ lo, hi }) => [...lo, ...hi]),
    4,
  )
}
