import { labelledDays, linearScale, slotMiddle } from '@/app/_ui/chart/scale'
import { headlineWindow } from '@/lib/studies/event/settings'
import { colourOf } from './colours'
import type { Path, sharedAxis } from './path'
import { across, Grid } from './svg'
import { dayText } from './words'

const top = 6
const plot = 104
const bottom = top + plot
const height = bottom + 18

interface PathChartProps {
  readonly path: Path
  readonly days: readonly number[]
  /** The same for all listings of the event. */
  readonly axis: ReturnType<typeof sharedAxis>
  readonly label: string
}

/** The CAR of one listing with its band, small, for setting beside another's. */
export function PathChart({ path, days, axis, label }: PathChartProps) {
  const { line, fill } = colourOf(path.symbol)
  const count = days.length
  const y = linearScale([axis.high, axis.low], [top, bottom])
  const along = (values: readonly number[]) =>
    values.map((value, i) => `${slotMiddle(i, count).toFixed(3)},${y(value).toFixed(1)}`)
  const shaded = days.filter((day) => day >= headlineWindow.from && day <= headlineWindow.to)
  const [first = 0] = days
  return (
    <svg role="img" aria-label={label} className="ml-8 w-[calc(100%-2rem)] overflow-visible" height={height}>
      {shaded.length > 0 && (
        <rect
          x={across((100 * ((shaded[0] ?? 0) - first)) / count)}
          width={across((100 * shaded.length) / count)}
          y={top}
          height={plot}
          className="fill-well"
        />
      )}
      <Grid ticks={axis.ticks} y={y} />
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
        <polygon
          points={[...along(path.hi), ...along(path.lo).reverse()].join(' ')}
          className={fill}
          fillOpacity="0.14"
        />
        <polyline
          points={along(path.car).join(' ')}
          fill="none"
          className={line}
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {labelledDays(days, 5).map((day) => (
        <text
          key={day}
          x={across(slotMiddle(day - first, count))}
          y={bottom + 15}
          textAnchor="middle"
          className={`text-tiny ${day === 0 ? 'fill-ink font-semibold' : 'fill-faint'}`}
        >
          {dayText(day)}
        </text>
      ))}
    </svg>
  )
}
