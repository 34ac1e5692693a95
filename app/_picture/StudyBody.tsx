import type { CarPoint } from '@/app/_study/carFigure'
import { dayText } from '@/app/_study/words'
import { formatNumber } from '@/app/_ui/format/number'
import { pictureTexts } from '@/app/_ui/messages/picture'
import type { Look } from './look'
import type { ColourName } from './palette'
import { Label } from './parts'
import { studyGeometry } from './studyGeometry'

interface StudyBodyProps {
  readonly points: readonly CarPoint[]
  readonly colour: ColourName
  readonly room: { readonly width: number; readonly height: number }
  readonly look: Look
}

/** CAR with its band over the AR of each session; a session whose own p is under 5 % is full, another one pale. */
export function StudyBody({ points, colour, room, look }: StudyBodyProps) {
  const { colours, px, language } = look
  const texts = pictureTexts[language]
  const [gutter, small, tall] = [px(64), px(16), px(30)]
  const plot = { left: gutter, width: room.width - gutter - px(8) }
  const free = room.height - 3.4 * tall
  const car = { ...plot, top: tall, height: Math.round(free * 0.68) }
  const ar = { ...plot, top: car.top + car.height + Math.round(1.4 * tall), height: Math.round(free * 0.32) }
  const at = studyGeometry(points, car, ar)
  const right = plot.left + plot.width
  const ticks = [...at.carTicks, ...at.arTicks]
  const bottom = ar.top + ar.height
  return (
    <div style={{ display: 'flex', position: 'relative', width: room.width, height: room.height }}>
      <svg width={room.width} height={room.height} viewBox={`0 0 ${room.width} ${room.height}`} role="presentation">
        {ticks.map(({ tick, y }, i) => (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
            key={i}
            {...{ x1: plot.left, x2: right, y1: y, y2: y }}
            stroke={tick === 0 ? colours['line-strong'] : colours.line}
          />
        ))}
        {at.zero !== null && (
          <line
            {...{ x1: at.zero, x2: at.zero, y1: car.top, y2: bottom }}
            stroke={colours.faint}
            strokeDasharray="6 5"
          />
        )}
        <polygon points={at.band} fill={colours[colour]} fillOpacity={0.15} />
        <polyline points={at.line} fill="none" stroke={colours[colour]} strokeWidth={px(3)} strokeLinejoin="round" />
        {at.bars.map(({ left, top, width, height, rose, significant }) => (
          <rect
            key={left}
            {...{ x: left, y: top, width, height }}
            fill={rose ? colours.up : colours.down}
            fillOpacity={significant ? 1 : 0.45}
          />
        ))}
      </svg>
      <Label x={plot.left} y={px(12)} text={texts.carAxis} size={small} colour={colours.faint} />
      <Label x={plot.left} y={ar.top - px(14)} text={texts.arAxis} size={small} colour={colours.faint} />
      {ticks.map(({ tick, y }, i) => (
        <Label
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
          key={i}
          {...{ x: plot.left - px(10), y, size: small, anchor: 'end' }}
          text={formatNumber(tick, Number.isInteger(tick) ? 0 : 1)}
          colour={colours.faint}
        />
      ))}
      {at.days.map(({ day, x }) => (
        <Label
          key={day}
          {...{ x, y: bottom + px(16), size: small, anchor: 'middle', bold: day === 0 }}
          text={dayText(day)}
          colour={day === 0 ? colours.soft : colours.faint}
        />
      ))}
    </div>
  )
}
