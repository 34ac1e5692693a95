import { axisOver, linearScale } from '../chart/scale'
import { useFormat } from '../format/useFormat'
import { dateTicks } from './dateTicks'
import { type SparkPoint, stops, thinned } from './points'

const top = 8
const plot = 120
const bottom = top + plot
const height = bottom + 22
const left = 44
const right = 52

const tones = {
  ink: { line: 'stroke-soft', ground: 'fill-soft' },
  down: { line: 'stroke-down', ground: 'fill-down' },
  cambricon: { line: 'stroke-cambricon', ground: 'fill-cambricon' },
  nvidia: { line: 'stroke-nvidia', ground: 'fill-nvidia' },
} as const

interface SparkChartProps {
  /** Sessions of the axis, and the values on it, at least one. */
  readonly sessions: readonly string[]
  readonly points: readonly SparkPoint[]
  readonly format: (value: number) => string
  /** Values on the axis, for its ticks. */
  readonly tick: (value: number) => string
  readonly label: string
  readonly tone?: keyof typeof tones
  /** Fills to zero. */
  readonly area?: boolean
  /** A value to hold the line against, dashed. */
  readonly reference?: number
  /** Ends of the axis, when they are not told by the values. */
  readonly bounds?: readonly [number, number]
}

/**
 * A line or an area over sessions, drawn on the server: its axis holds zero, its last value stands beside it, and a pointer reads each stretch of sessions.
 * Texts keep their size whatever the width; the height is always the same.
 */
export function SparkChart(props: SparkChartProps) {
  const { sessions, points, format, tick, label, tone = 'ink', area = false, reference, bounds = [] } = props
  const { day, quarter } = useFormat()
  const axis = axisOver(
    [...points.map(({ value }) => value), ...bounds, ...(reference === undefined ? [] : [reference])],
    4,
  )
  const x = linearScale([0, Math.max(sessions.length - 1, 1)], [0, 100])
  const y = linearScale([axis.high, axis.low], [top, bottom])
  const last = points.at(-1)
  const place = ({ index, value }: SparkPoint) => `${x(index).toFixed(2)},${y(value).toFixed(1)}`
  const drawn = thinned(points, 600)
  const line = drawn.map(place).join(' ')
  const percent = (value: number) => `${value.toFixed(2)}%`
  const half = 50 / Math.max(sessions.length - 1, 1)
  return (
    <div className="px-4 pb-2" style={{ paddingLeft: left + 8, paddingRight: right }}>
      <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
        {axis.ticks.map((value) => (
          <g key={value}>
            <line
              x1="0"
              x2="100%"
              y1={y(value)}
              y2={y(value)}
              className={value === 0 ? 'stroke-line-strong' : 'stroke-line'}
              shapeRendering="crispEdges"
            />
            <text x="-8" y={y(value) + 4} textAnchor="end" className="fill-faint text-tiny">
              {tick(value)}
            </text>
          </g>
        ))}
        {reference !== undefined && (
          <line x1="0" x2="100%" y1={y(reference)} y2={y(reference)} className="stroke-faint" strokeDasharray="4 3" />
        )}
        {dateTicks(sessions)
          .filter(({ index }) => x(index) > 3 && x(index) < 97)
          .map(({ index, period }) => (
            <g key={period}>
              <line
                x1={percent(x(index))}
                x2={percent(x(index))}
                y1={bottom}
                y2={bottom + 4}
                className="stroke-line-strong"
              />
              <text x={percent(x(index))} y={bottom + 17} textAnchor="middle" className="fill-faint text-tiny">
                {period.includes('Q') ? quarter(period) : day(period)}
              </text>
            </g>
          ))}
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
          {area && last && (
            <polygon
              points={`${x(drawn[0]?.index ?? 0).toFixed(2)},${y(0)} ${line} ${x(last.index).toFixed(2)},${y(0)}`}
              className={tones[tone].ground}
              fillOpacity="0.14"
            />
          )}
          <polyline
            points={line}
            fill="none"
            className={tones[tone].line}
            strokeWidth="1.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {last && (
          <g>
            <circle cx={percent(x(last.index))} cy={y(last.value)} r="3" className={tones[tone].ground} />
            <text x="100%" dx="8" y={y(last.value) + 4} className="fill-ink font-semibold text-tiny">
              {format(last.value)}
            </text>
          </g>
        )}
        {stops(points, sessions.length, 80).map(({ from, to, point }) => (
          <rect
            key={from}
            x={percent(x(from) - half)}
            width={percent(x(to) - x(from) + 2 * half)}
            y={top}
            height={plot}
            className="fill-ink opacity-0 hover:opacity-10"
          >
            <title>{`${day(point.session)}: ${format(point.value)}`}</title>
          </rect>
        ))}
      </svg>
    </div>
  )
}
