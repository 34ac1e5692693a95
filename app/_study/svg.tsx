import { formatNumber } from '@/app/_ui/format/number'

/** A place along the width of a drawing, so that it fits every screen while its texts keep their size. */
export const across = (percent: number) => `${percent.toFixed(3)}%`

interface GridProps {
  readonly ticks: readonly number[]
  /** From a value to pixels from the top. */
  readonly y: (value: number) => number
}

/** Horizontal grid lines with their values at the left; the line of zero stands out. */
export function Grid({ ticks, y }: GridProps) {
  const [first = 0, second = 1] = ticks
  const digits = Math.max(0, -Math.floor(Math.log10(second - first) + 1e-9))
  return ticks.map((tick) => (
    <g key={tick}>
      <line
        x1="0"
        x2="100%"
        y1={y(tick)}
        y2={y(tick)}
        className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'}
        shapeRendering="crispEdges"
      />
      <text x="-8" y={y(tick) + 4} textAnchor="end" className="fill-faint text-tiny">
        {formatNumber(tick, digits)}
      </text>
    </g>
  ))
}

interface UprightProps {
  readonly x: string
  /** Stretches from top to bottom, in pixels; what lies between them stays free. */
  readonly spans: readonly (readonly [number, number])[]
  readonly className: string
  readonly dash: string
}

/** A dashed line from top to bottom. */
export function Upright({ x, spans, className, dash }: UprightProps) {
  return spans.map(([top, bottom]) => (
    <line key={top} x1={x} x2={x} y1={top} y2={bottom} className={className} strokeDasharray={dash} />
  ))
}

/** A line of text in a drawing. */
export function Words({
  x,
  y,
  anchor,
  children,
}: {
  x: string
  y: number
  anchor?: 'middle' | 'end'
  children: string
}) {
  return (
    <text x={x} y={y} textAnchor={anchor} className="fill-faint text-tiny">
      {children}
    </text>
  )
}
