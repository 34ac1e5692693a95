import { useFormat } from '@/app/_ui/format/useFormat'
import { plotFrame, valueAxis } from './plotFrame'
import type { Quarter } from './quarters'

const { height, top, bottom, yAxisWidth, padding, gap } = plotFrame
const plot = height - top - bottom

/** Bars without script: what stands in the panel until the chart has come, at the same place. */
export function PlainBars({ quarters, side }: { quarters: readonly Quarter[]; side: 'cambricon' | 'nvidia' }) {
  const { tick, quarter } = useFormat()
  const axis = valueAxis(quarters.map(({ value }) => value))
  const y = (value: number) => top + plot * (1 - value / axis.high)
  const slot = 100 / quarters.length
  // Names of the quarters side by side: every nth finds place.
  const step = Math.ceil(quarters.length / 7)
  return (
    <div style={{ paddingLeft: yAxisWidth + padding, paddingRight: padding }} aria-hidden="true">
      <svg width="100%" height={height} className="block overflow-visible" aria-hidden="true">
        {axis.ticks.map((value) => (
          <g key={value}>
            <line
              x1={-padding}
              x2="100%"
              y1={y(value)}
              y2={y(value)}
              className="stroke-line"
              shapeRendering="crispEdges"
            />
            <text x={-padding - 11} y={y(value) + 4} textAnchor="end" className="fill-faint text-tiny">
              {tick(value)}
            </text>
          </g>
        ))}
        {quarters.map(({ label, value }, index) => (
          <g key={label}>
            <rect
              x={`${slot * (index + gap)}%`}
              width={`${slot * (1 - 2 * gap)}%`}
              y={y(Math.max(value, 0))}
              height={Math.max((plot * Math.max(value, 0)) / axis.high, 0.5)}
              className={side === 'cambricon' ? 'fill-cambricon' : 'fill-nvidia'}
            />
            {index % step === 0 && (
              <text x={`${slot * (index + 0.5)}%`} y={height - 10} textAnchor="middle" className="fill-faint text-tiny">
                {quarter(label)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}
