import { linearScale } from '@/app/_ui/chart/scale'
import { priceTicks } from '@/app/_ui/chart/ticks'
import { formatPrice } from '@/app/_ui/format/number'
import { useFormat } from '@/app/_ui/format/useFormat'
import { dateTicks } from '@/app/_ui/spark/dateTicks'

const top = 10
const plot = 150
const bottom = top + plot
const height = bottom + 22

const tones = {
  ink: 'stroke-ink',
  faint: 'stroke-faint',
  link: 'stroke-link',
} as const

export interface CloseLine {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly tone: keyof typeof tones
  readonly dashed?: boolean
}

interface CloseChartProps {
  readonly label: string
  /** Ascending. */
  readonly sessions: readonly string[]
  /** Values by session, each at least one. */
  readonly lines: readonly CloseLine[]
  /** Places of the axis that are marked, with the value there. */
  readonly marks: readonly { readonly index: number; readonly value: number; readonly text: string }[]
}

/** The runs of a column without a gap, as points of a polyline. */
function stretches(values: readonly (number | null)[], place: (index: number, value: number) => string): string[] {
  const runs: string[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) runs.push([])
    else runs.at(-1)?.push(place(index, value))
  })
  return runs.filter(({ length }) => length > 0).map((run) => run.join(' '))
}

/** Closes of a few weeks or months as lines, drawn on the server; places that matter are marked. Its numbers stand in a table beside it. */
export function CloseChart({ label, sessions, lines, marks }: CloseChartProps) {
  const { day, quarter } = useFormat()
  const all = [...lines.flatMap(({ values }) => values), ...marks.map(({ value }) => value)].filter((v) => v !== null)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const room = (most - least || Math.abs(most) || 1) * 0.06
  const [low, high] = [least - room, most + room]
  const x = linearScale([0, Math.max(sessions.length - 1, 1)], [0, 100])
  const y = linearScale([high, low], [top, bottom])
  const percent = (index: number) => `${x(index).toFixed(2)}%`
  return (
    <div className="px-4 pb-2">
      <div className="pl-12 pr-3">
        <svg role="img" aria-label={label} width="100%" height={height} className="block overflow-visible">
          {priceTicks(low, high, 'linear', 5).map((value) => (
            <g key={value}>
              <line x1="0" x2="100%" y1={y(value)} y2={y(value)} className="stroke-line" shapeRendering="crispEdges" />
              <text x="-8" y={y(value) + 4} textAnchor="end" className="fill-faint text-tiny">
                {formatPrice(value)}
              </text>
            </g>
          ))}
          {dateTicks(sessions)
            .filter(({ index }) => x(index) > 4 && x(index) < 96)
            .map(({ index, period }) => (
              <text
                key={period}
                x={percent(index)}
                y={bottom + 17}
                textAnchor="middle"
                className="fill-faint text-tiny"
              >
                {period.includes('Q') ? quarter(period) : day(period)}
              </text>
            ))}
          <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" width="100%" height={height} aria-hidden="true">
            {lines.flatMap(({ name, values, tone, dashed }) =>
              stretches(values, (index, value) => `${x(index).toFixed(2)},${y(value).toFixed(1)}`).map((points) => (
                <polyline
                  key={`${name} ${points.slice(0, 12)}`}
                  points={points}
                  fill="none"
                  className={tones[tone]}
                  strokeWidth="1.5"
                  strokeDasharray={dashed ? '4 3' : undefined}
                  vectorEffect="non-scaling-stroke"
                />
              )),
            )}
          </svg>
          {marks.map(({ index, value, text }) => (
            <circle
              key={index}
              cx={percent(index)}
              cy={y(value)}
              r="4"
              className="fill-panel stroke-bad"
              strokeWidth="2"
            >
              <title>{text}</title>
            </circle>
          ))}
        </svg>
      </div>
      {lines.length > 1 && (
        <ul className="flex flex-wrap gap-x-4 text-small text-soft">
          {lines.map(({ name, tone, dashed }) => (
            <li key={name} className="flex items-center gap-1.5">
              <svg width="18" height="8" aria-hidden="true">
                <line
                  x1="0"
                  x2="18"
                  y1="4"
                  y2="4"
                  className={tones[tone]}
                  strokeWidth="2"
                  strokeDasharray={dashed ? '4 3' : undefined}
                />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
