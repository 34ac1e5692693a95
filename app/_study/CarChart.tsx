import { axisOver, labelledDays, linearScale, slotMiddle } from '@/app/_ui/chart/scale'
import { formatChange } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { useTexts } from '@/app/_ui/i18n/texts'
import { studyTexts } from '@/app/_ui/messages/study'
import { headlineWindow } from '@/lib/studies/event/settings'
import type { CarPoint, SessionMark } from './carFigure'
import type { ListingColour } from './colours'
import { across, Grid, Upright, Words } from './svg'
import { dayText } from './words'

/** Pixels from the top: title of the axis, marks, the CAR, the title of the second axis, the AR, the sessions. */
const carTop = 46
const carHeight = 220
const arTop = carTop + carHeight + 34
const arHeight = 96
const bottom = arTop + arHeight
const height = bottom + 40
/** Both plots, without the title between them. */
const plots = [
  [carTop - 6, carTop + carHeight],
  [arTop, bottom],
] as const

const percent = (value: number) => formatChange(value / 100, 1)

interface CarChartProps {
  readonly points: readonly CarPoint[]
  readonly marks: readonly SessionMark[]
  readonly colour: ListingColour
  readonly label: string
}

/** CAR with its band over AR as bars, on one axis of sessions; drawn on the server, every session tells its figures on hover. */
export function CarChart({ points, marks, colour, label }: CarChartProps) {
  const [{ car: texts, band: bandText }, { day: date }] = [useTexts(studyTexts), useFormat()]
  const count = points.length
  const first = points[0]?.day ?? 0
  const x = (day: number) => slotMiddle(day - first, count)
  const slot = 100 / count
  const carAxis = axisOver(
    points.flatMap(({ lo, hi }) => [lo, hi]),
    6,
  )
  const arAxis = axisOver(
    points.map(({ ar }) => ar),
    4,
  )
  const carY = linearScale([carAxis.high, carAxis.low], [carTop, carTop + carHeight])
  const arY = linearScale([arAxis.high, arAxis.low], [arTop, arTop + arHeight])
  // Numbers without a unit, as paths need them: 0 to 100 across, pixels down.
  const path = (values: readonly number[]) =>
    values.map((value, i) => `${slotMiddle(i, count).toFixed(3)},${carY(value).toFixed(1)}`)
  const band = [...path(points.map(({ hi }) => hi)), ...path(points.map(({ lo }) => lo)).reverse()].join(' ')
  const line = path(points.map(({ car }) => car)).join(' ')
  const shown = { from: Math.max(headlineWindow.from, first), to: Math.min(headlineWindow.to, first + count - 1) }
  return (
    <svg role="img" aria-label={label} className="ml-10 w-[calc(100%-2.5rem)] overflow-visible" height={height}>
      {shown.from <= shown.to && (
        <rect
          x={across(x(shown.from) - slot / 2)}
          width={across(slot * (shown.to - shown.from + 1))}
          y={carTop}
          height={bottom - carTop}
          className="fill-well"
        />
      )}
      <Words x="0" y={12}>
        {texts.carAxis}
      </Words>
      <Grid ticks={carAxis.ticks} y={carY} />
      <Words x="0" y={arTop - 12}>
        {texts.arAxis}
      </Words>
      <Grid ticks={arAxis.ticks} y={arY} />
      {first <= 0 && first + count > 0 && (
        <Upright x={across(x(0))} spans={plots} className="stroke-faint" dash="4 3" />
      )}
      {marks.map(({ day, label: mark }) => (
        <g key={day}>
          {day !== 0 && <Upright x={across(x(day))} spans={plots} className="stroke-line-strong" dash="1 3" />}
          <text x={across(x(day))} y={carTop - 12} textAnchor="middle" className="fill-soft font-semibold text-tiny">
            {mark}
          </text>
        </g>
      ))}
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
        <polygon points={band} className={colour.fill} fillOpacity="0.14" />
        <polyline
          points={line}
          fill="none"
          className={colour.line}
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {points.map(({ day, session, ar, significant, car, lo, hi }) => (
        <g key={day}>
          <title>
            {texts.point({
              day: dayText(day),
              session: date(session),
              ar: percent(ar),
              car: percent(car),
              band: bandText(percent(lo), percent(hi)),
            })}
          </title>
          <rect
            x={across(x(day) - slot / 2)}
            width={across(slot)}
            y={carTop}
            height={bottom - carTop}
            fillOpacity="0"
          />
          <rect
            x={across(x(day) - slot * 0.34)}
            width={across(slot * 0.68)}
            y={Math.min(arY(0), arY(ar))}
            height={Math.max(Math.abs(arY(ar) - arY(0)), 1)}
            className={ar < 0 ? 'fill-down' : 'fill-up'}
            fillOpacity={significant ? 1 : 0.4}
          />
          {count <= 60 && <circle cx={across(x(day))} cy={carY(car)} r="2.5" className={colour.fill} />}
        </g>
      ))}
      {labelledDays(
        points.map(({ day }) => day),
        9,
      ).map((day) => (
        <text
          key={day}
          x={across(x(day))}
          y={bottom + 16}
          textAnchor="middle"
          className={`text-tiny ${day === 0 ? 'fill-ink font-semibold' : 'fill-faint'}`}
        >
          {dayText(day)}
        </text>
      ))}
      <Words x="50%" y={bottom + 34} anchor="middle">
        {texts.sessionAxis}
      </Words>
    </svg>
  )
}
