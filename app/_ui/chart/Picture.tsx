import { useTexts } from '../i18n/texts'
import { chartTexts } from '../messages/chart'
import { type Frame, valueAtHeight, xOf, yOf } from './frame'
import { lineClass } from './LineKey'
import { priceText, tickText, valueText } from './labels'
import { type ChartBars, type ChartData, drawnLines, endsOf, isIndex } from './model'
import { candlePaths, linePoints, square, volumePaths } from './paths'
import { priceTicks, timeTicks } from './ticks'

const stroke = { fill: 'none', vectorEffect: 'non-scaling-stroke' } as const

function Volume({ frame, bars }: { frame: Frame; bars: ChartBars }) {
  const { up, down } = volumePaths(frame, bars)
  // A stroke straight up is as wide as the stretched square makes it: a share of its session.
  const look = {
    fill: 'none',
    strokeWidth: Math.max((0.72 * square) / (frame.to - frame.from + 1), 0.8),
    opacity: 0.45,
  }
  return (
    <>
      <path d={up} className="stroke-up" {...look} />
      <path d={down} className="stroke-down" {...look} />
    </>
  )
}

function Candles({ frame, bars }: { frame: Frame; bars: ChartBars }) {
  const { up, down, pale } = candlePaths(frame, bars)
  return (
    <>
      <path d={up} className="fill-panel stroke-up" vectorEffect="non-scaling-stroke" />
      <path d={down} className="fill-down stroke-down" vectorEffect="non-scaling-stroke" />
      <path d={pale} className="fill-panel stroke-faint" vectorEffect="non-scaling-stroke" />
    </>
  )
}

/** The lines or candles as SVG, stretched over the plot: strokes keep their width, and there is no text in it. */
export function Drawing({ frame, data }: { frame: Frame; data: ChartData }) {
  return (
    <svg
      viewBox={`0 0 ${square} ${square}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      {data.bars && <Volume frame={frame} bars={data.bars} />}
      {data.bars?.style === 'candles' && <Candles frame={frame} bars={data.bars} />}
      {drawnLines(data).map((line) => {
        const { settled, after } = linePoints(frame, line)
        const look = {
          ...stroke,
          className: lineClass[line.colour].stroke,
          strokeWidth: 2,
          strokeLinejoin: 'round' as const,
        }
        return (
          <g key={line.id}>
            <polyline points={settled} {...look} />
            {after && <polyline points={after} {...look} strokeDasharray="4 3" />}
          </g>
        )
      })}
    </svg>
  )
}

// The picture does not know its width: labels that only fit a wide one are marked, and the style sheet hides them in a narrow one.
const [wide, narrow] = [13, 4]

function TimeAxis({ frame }: { frame: Frame }) {
  const texts = useTexts(chartTexts)
  const few = new Set(timeTicks(frame.axis, frame.from, frame.to, narrow).map(({ index }) => index))
  return timeTicks(frame.axis, frame.from, frame.to, wide).map((tick) => (
    <span
      key={tick.index}
      className="time-tick"
      data-kind={tick.kind}
      data-fine={!few.has(tick.index)}
      style={{ left: `${xOf(frame, tick.index).toFixed(2)}%` }}
    >
      {tickText(tick, texts)}
    </span>
  ))
}

function PriceAxis({ frame, based }: { frame: Frame; based: boolean }) {
  const [low, high] = [valueAtHeight(frame, 100 * (1 - frame.volume - 0.02)), valueAtHeight(frame, 5)]
  const ticks = priceTicks(low, high, frame.scale, 6)
  const all = based && low < 100 && high > 100 ? [...new Set([...ticks, 100])] : ticks
  return all.map((tick) => (
    <span
      key={tick}
      className="price-tick"
      data-base={based && tick === 100}
      style={{ top: `${yOf(frame, tick).toFixed(2)}%` }}
    >
      <i>{priceText(tick)}</i>
    </span>
  ))
}

/** The last value of each line beside its end. */
export function EndLabels({ frame, data }: { frame: Frame; data: ChartData }) {
  const ends = endsOf(data)
    .map((end) => ({ ...end, y: yOf(frame, end.last) }))
    .sort((a, b) => a.y - b.y)
  // The height of the plot is the reader's: each stands at its value, at least a line below the one before it and with room for those after it.
  let before: string | null = null
  return ends.map(({ id, colour, last, unit, y }, i) => {
    const own = `${y.toFixed(2)}%`
    const free: string = before === null ? own : `max(${own}, ${before} + 1rem)`
    const top = `min(${free}, 100% - ${ends.length - 1 - i}rem)`
    before = top
    return (
      <span key={id} className={`end-label ${lineClass[colour].text}`} style={{ top }}>
        {valueText(last, unit)}
      </span>
    )
  })
}

/** Ticks and labels of both axes: what lies at the very back. */
export function Axes({ frame, data }: { frame: Frame; data: ChartData }) {
  return (
    <>
      <PriceAxis frame={frame} based={isIndex(data)} />
      <TimeAxis frame={frame} />
    </>
  )
}
