import type { CarPoint } from '@/app/_study/carFigure'
import { axisOver, labelledDays, linearScale } from '@/app/_ui/chart/scale'

/** A rectangle in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const two = (value: number) => Math.round(value * 100) / 100

/** Where everything of a study’s chart lies, in pixels: the CAR with its band in one box, the AR as bars in another below it, on one axis of sessions. */
export function studyGeometry(points: readonly CarPoint[], car: Box, ar: Box) {
  const slot = car.width / Math.max(points.length, 1)
  const x = (index: number) => two(car.left + (index + 0.5) * slot)
  const carAxis = axisOver(
    points.flatMap(({ lo, hi }) => [lo, hi]),
    6,
  )
  const arAxis = axisOver(
    points.map((point) => point.ar),
    4,
  )
  const carY = linearScale([carAxis.high, carAxis.low], [car.top, car.top + car.height])
  const arY = linearScale([arAxis.high, arAxis.low], [ar.top, ar.top + ar.height])
  const along = (of: (point: CarPoint) => number) => points.map((point, i) => `${x(i)},${two(carY(of(point)))}`)
  const named = new Set(
    labelledDays(
      points.map(({ day }) => day),
      12,
    ),
  )
  return {
    carTicks: carAxis.ticks.map((tick) => ({ tick, y: two(carY(tick)) })),
    arTicks: arAxis.ticks.map((tick) => ({ tick, y: two(arY(tick)) })),
    line: along(({ car: sum }) => sum).join(' '),
    band: [...along(({ hi }) => hi), ...along(({ lo }) => lo).reverse()].join(' '),
    bars: points.map((point, i) => ({
      left: two(x(i) - 0.32 * slot),
      width: two(0.64 * slot),
      top: two(Math.min(arY(point.ar), arY(0))),
      height: two(Math.abs(arY(point.ar) - arY(0))),
      rose: point.ar >= 0,
      significant: point.significant,
    })),
    days: points.flatMap(({ day }, i) => (named.has(day) ? [{ day, x: x(i) }] : [])),
    zero: points.flatMap(({ day }, i) => (day === 0 ? [x(i)] : []))[0] ?? null,
    slot,
  }
}
