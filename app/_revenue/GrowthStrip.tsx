import { linearScale } from '@/app/_ui/chart/scale'
import { formatChange } from '@/app/_ui/format/number'
import { useTexts } from '@/app/_ui/i18n/texts'
import { revenueTexts } from '@/app/_ui/messages/revenue'
import { growthAxis } from './growthAxis'
import { plotFrame } from './plotFrame'
import type { Quarter } from './quarters'

const { yAxisWidth, padding } = plotFrame
const [top, plot] = [8, 56]
const height = top + plot + 8

/** Growth on the year under the bars, quarter below quarter; on a log axis, so that tenfold and half stand apart as far as they are. */
export function GrowthStrip({ quarters, side }: { quarters: readonly Quarter[]; side: 'cambricon' | 'nvidia' }) {
  const { growth: texts } = useTexts(revenueTexts)
  const slot = 100 / quarters.length
  const points = quarters.flatMap(({ label, yearOnYear }, index) =>
    yearOnYear === null || yearOnYear <= -1 ? [] : [{ label, yearOnYear, x: slot * (index + 0.5) }],
  )
  const last = points.at(-1)
  if (!last) return null
  const axis = growthAxis(points.map(({ yearOnYear }) => 1 + yearOnYear))
  const y = linearScale([Math.log2(axis.high), Math.log2(axis.low)], [top, top + plot])
  const at = (yearOnYear: number) => y(Math.log2(1 + yearOnYear))
  const [line, dot] = side === 'cambricon' ? ['stroke-cambricon', 'fill-cambricon'] : ['stroke-nvidia', 'fill-nvidia']
  return (
    <div className="mx-2 pb-1" style={{ paddingLeft: yAxisWidth + padding, paddingRight: padding }}>
      <p className="text-faint text-tiny">{texts.title}</p>
      <svg
        role="img"
        aria-label={texts.label(last.label, formatChange(last.yearOnYear, 1))}
        width="100%"
        height={height}
        className="block overflow-visible"
      >
        {axis.ticks.map((factor) => (
          <g key={factor}>
            <line
              x1={-padding}
              x2="100%"
              y1={at(factor - 1)}
              y2={at(factor - 1)}
              className={factor === 1 ? 'stroke-line-strong' : 'stroke-line'}
              shapeRendering="crispEdges"
            />
            <text x={-padding - 11} y={at(factor - 1) + 4} textAnchor="end" className="fill-faint text-tiny">
              {formatChange(factor - 1, 0)}
            </text>
          </g>
        ))}
        <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <polyline
            points={points.map(({ x, yearOnYear }) => `${x.toFixed(2)},${at(yearOnYear).toFixed(1)}`).join(' ')}
            fill="none"
            className={line}
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {points.map(({ label, x, yearOnYear }) => (
          <g key={label}>
            <title>{texts.point(label, formatChange(yearOnYear, 1))}</title>
            <rect x={`${x - slot / 2}%`} width={`${slot}%`} y="0" height={height} fillOpacity="0" />
            <circle cx={`${x}%`} cy={at(yearOnYear)} r="2.5" className={dot} />
          </g>
        ))}
      </svg>
    </div>
  )
}
