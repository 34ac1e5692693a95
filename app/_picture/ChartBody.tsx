import { clusterMarks, clusterText } from '@/app/_ui/chart/clusters'
import { type Frame, frameOf, valueAtHeight, xOf, yOf } from '@/app/_ui/chart/frame'
import { priceText, spread, tickText, valueText } from '@/app/_ui/chart/labels'
import { type ChartBars, type ChartData, drawnLines } from '@/app/_ui/chart/model'
import { candlePaths, linePoints, square, volumePaths } from '@/app/_ui/chart/paths'
import { priceTicks, timeTicks } from '@/app/_ui/chart/ticks'
import { chartTexts } from '@/app/_ui/messages/chart'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import type { Look } from './look'
import { Label } from './parts'
import { stretched } from './stretch'

interface Plot {
  readonly frame: Frame
  readonly data: ChartData
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly look: Look
}

function Bars({ bars, plot: { frame, width, height, look } }: { bars: ChartBars; plot: Plot }) {
  const { colours, px } = look
  const sized = (path: string) => stretched(path, square, width, height)
  const volumes = volumePaths(frame, bars)
  const slot = Math.max((0.72 * width) / (frame.to - frame.from + 1), 1)
  const candles = candlePaths(frame, bars)
  const looks = [
    ['up', colours.panel, colours.up],
    ['down', colours.down, colours.down],
    ['pale', colours.panel, colours.faint],
  ] as const
  return (
    <>
      {(['up', 'down'] as const).map((kind) => (
        <path
          key={kind}
          d={sized(volumes[kind])}
          fill="none"
          stroke={colours[kind]}
          strokeWidth={slot}
          strokeOpacity={0.4}
        />
      ))}
      {bars.style === 'candles' &&
        looks.map(([kind, fill, stroke]) => (
          <path
            key={kind}
            d={sized(candles[kind])}
            fill={fill}
            stroke={stroke}
            strokeWidth={Math.min(px(1.5), slot / 2)}
          />
        ))}
    </>
  )
}

function Upright({
  plot: { frame, width, height },
  date,
  ...line
}: {
  plot: Plot
  date: string
  stroke: string
  dash: string
}) {
  const x = (width * xOf(frame, indexAtOrAfter(frame.axis, date))) / 100
  return <line {...{ x1: x, x2: x, y1: 0, y2: height }} stroke={line.stroke} strokeDasharray={line.dash} />
}

/** The lines, the candles, the grid, and the dates of the events: all that is no text. */
function Drawing({ plot, ticks }: { plot: Plot; ticks: readonly number[] }) {
  const { frame, data, width, height, look } = plot
  const { colours, px } = look
  const seen = (date: string) => date >= (frame.axis[0] ?? '~') && date <= (frame.axis.at(-1) ?? '')
  const sized = (points: string) => stretched(points, square, width, height)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="presentation">
      {ticks.map((tick) => {
        const y = (height * yOf(frame, tick)) / 100
        return <line key={tick} {...{ x1: 0, x2: width, y1: y, y2: y }} stroke={colours.line} />
      })}
      {(data.marks ?? []).map(({ number, date }) =>
        seen(date) ? <Upright key={number} {...{ plot, date }} stroke={colours['line-strong']} dash="2 5" /> : null,
      )}
      {data.base && seen(data.base) && <Upright {...{ plot, date: data.base }} stroke={colours.faint} dash="7 5" />}
      {data.bars && <Bars bars={data.bars} plot={plot} />}
      {drawnLines(data).map((line) => {
        const { settled, after } = linePoints(frame, line)
        const pen = { fill: 'none', stroke: colours[line.colour], strokeWidth: px(3), strokeLinejoin: 'round' as const }
        return (
          <g key={line.id}>
            <polyline points={sized(settled)} {...pen} />
            {after !== '' && <polyline points={sized(after)} {...pen} strokeDasharray="6 5" />}
          </g>
        )
      })}
    </svg>
  )
}

/** The numbers of the events above the plot; those that crowd share a pill. */
function Pills({ plot: { frame, data, width, look } }: { plot: Plot }) {
  const { colours, px } = look
  const placed = (data.marks ?? []).flatMap(({ number, date }) => {
    const x = (width * xOf(frame, indexAtOrAfter(frame.axis, date))) / 100
    return date < (frame.axis[0] ?? '~') || date > (frame.axis.at(-1) ?? '') || x < 0 || x > width
      ? []
      : [{ number, x }]
  })
  // Pills are made for the 11 px of the pages.
  const zoom = px(16) / 11
  const marks = placed
    .sort((a, b) => a.x - b.x || a.number - b.number)
    .map(({ number, x }) => ({ number, x: x / zoom }))
  return clusterMarks(marks, width / zoom).map(({ numbers, x }) => {
    const text = clusterText([...numbers].sort((a, b) => a - b))
    const pill = Math.round(Math.max(20, 12 + 6.5 * text.length) * zoom)
    return (
      <div
        key={text}
        style={{
          ...{ display: 'flex', position: 'absolute', left: Math.round(x * zoom - pill / 2), top: 0, width: pill },
          ...{ height: px(28), alignItems: 'center', justifyContent: 'center', borderRadius: px(14) },
          ...{ border: `1px solid ${colours['line-strong']}`, background: colours.panel, color: colours.soft },
          ...{ fontSize: px(16), fontWeight: 600 },
        }}
      >
        {text}
      </div>
    )
  })
}

function EndLabels({ plot: { frame, data, width, height, look } }: { plot: Plot }) {
  const { colours, px } = look
  const lines = data.bars
    ? [{ id: 'close', colour: data.bars.colour, value: data.bars.close, unit: data.bars.unit }]
    : data.lines
  const ends = lines
    .flatMap(({ id, colour, unit, value }) => {
      const last = value.at(-1)
      return last === undefined ? [] : [{ id, colour, text: valueText(last, unit), y: yOf(frame, last) }]
    })
    .sort((a, b) => a.y - b.y)
  const places = spread(
    ends.map(({ y }) => y),
    (100 * px(24)) / height,
    100,
  )
  return ends.map(({ id, colour, text }, i) => (
    <Label
      key={id}
      {...{ x: width + px(10), y: ((places[i] ?? 0) * height) / 100, text, size: px(20), bold: true }}
      colour={colours[colour]}
    />
  ))
}

/** A price chart as the pages draw it, in pixels: lines or candles, axes, last values, events and base. */
export function ChartBody({
  data,
  room,
  look,
}: {
  data: ChartData
  room: { width: number; height: number }
  look: Look
}) {
  const { colours, px, language } = look
  const frame = frameOf(data)
  const plot = { frame, data, width: room.width - px(96), height: room.height - px(34), look }
  const { width, height } = plot
  const isIndex = !data.bars && data.lines.every(({ unit }) => unit === undefined)
  const [low, high] = [valueAtHeight(frame, 100 * (1 - frame.volume - 0.02)), valueAtHeight(frame, 6)]
  const round = priceTicks(low, high, frame.scale, 7)
  const ticks = isIndex && low < 100 && high > 100 ? [...new Set([...round, 100])] : round
  if (frame.past === 0) {
    return (
      <Label
        {...{ x: room.width / 2, y: room.height / 2, anchor: 'middle', text: chartTexts[language].none }}
        size={px(22)}
        colour={colours.soft}
      />
    )
  }
  return (
    <div style={{ display: 'flex', position: 'relative', width: room.width, height: room.height }}>
      <Drawing plot={plot} ticks={ticks} />
      {ticks.map((tick) => (
        <Label
          key={tick}
          {...{ x: 0, y: (height * yOf(frame, tick)) / 100 - px(11), text: priceText(tick), size: px(15) }}
          colour={colours.faint}
        />
      ))}
      {timeTicks(frame.axis, frame.from, frame.to, 12).map((tick) => (
        <Label
          key={tick.index}
          {...{ x: (width * xOf(frame, tick.index)) / 100, y: height + px(18), anchor: 'middle', size: px(16) }}
          text={tickText(tick, chartTexts[language])}
          colour={tick.kind === 'year' ? colours.soft : colours.faint}
          bold={tick.kind === 'year'}
        />
      ))}
      <EndLabels plot={plot} />
      <Pills plot={plot} />
    </div>
  )
}
