import {
  CandlestickSeries,
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  LineSeries,
  LineStyle,
  type SeriesType,
  type Time,
} from 'lightweight-charts'
import { indexAtOrBefore } from '@/lib/market/dateIndex'
import { type Colours, withAlpha } from '../colours'
import type { Frame } from '../frame'
import { type ChartBars, type ChartData, type ChartLine, drawnLines } from '../model'
import { valueAt } from '../timeline'

type AnySeries = ISeriesApi<SeriesType>

/** The series of a chart as they are drawn now. */
export interface DrawnSeries {
  /** Draws `data`: series that stay are kept, others come and go. */
  draw(data: ChartData, frame: Frame, colours: Colours): DrawnSeries
  /** The series whose values the price axis is of. */
  main(): AnySeries | null
  /** The value at a session or at the last one before it, of the first series that has one, to put the crosshair on. */
  valueAt(session: string): { series: AnySeries; value: number } | null
}

const quiet = { priceLineVisible: false, lastValueVisible: false } as const

function cutAt({ session, value, settledTo }: ChartLine) {
  const cut = settledTo ? indexAtOrBefore(session, settledTo) + 1 : session.length
  const point = (i: number) => ({ time: session[i] as Time, value: value[i] ?? 0 })
  const points = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => point(from + i))
  return {
    settled: points(0, cut),
    after: cut < session.length ? points(Math.max(cut - 1, 0), session.length) : [],
  }
}

function lineLook(color: string) {
  return { color, lineWidth: 2, crosshairMarkerRadius: 3, ...quiet } as const
}

// Rising candles are hollow and falling ones full, so that direction does not hang on colour.
function candleLook(colours: Colours) {
  return {
    ...quiet,
    upColor: colours.panel,
    downColor: colours.down,
    borderUpColor: colours.up,
    borderDownColor: colours.down,
    wickUpColor: colours.up,
    wickDownColor: colours.down,
  }
}

function candlePoints({ session, open, high, low, close, settled }: ChartBars, colours: Colours) {
  const pale = { color: withAlpha(colours.faint, 0.25), borderColor: colours.faint, wickColor: colours.faint }
  return session.map((time, i) => ({
    time: time as Time,
    ...{ open: open[i] ?? 0, high: high[i] ?? 0, low: low[i] ?? 0, close: close[i] ?? 0 },
    ...(settled[i] === false ? pale : {}),
  }))
}

function volumePoints({ session, open, close, volume }: ChartBars, colours: Colours) {
  return session.map((time, i) => {
    const shares = volume[i]
    if (shares === null || shares === undefined) return { time: time as Time }
    const color = withAlpha((close[i] ?? 0) >= (open[i] ?? 0) ? colours.up : colours.down, 0.45)
    return { time: time as Time, value: shares, color }
  })
}

/** Nothing drawn yet. */
export function drawSeries(chart: IChartApi): DrawnSeries {
  const kept = new Map<string, AnySeries>()
  let data: ChartData | null = null

  const take = <Series extends AnySeries>(key: string, make: () => Series): Series => {
    const known = kept.get(key) as Series | undefined
    if (known) return known
    const made = make()
    kept.set(key, made)
    return made
  }
  const keys = (next: ChartData) => [
    ...drawnLines(next).flatMap(({ id }) => [`line ${id}`, `after ${id}`]),
    ...(next.bars ? ['volume'] : []),
    ...(next.bars?.style === 'candles' ? ['candles'] : []),
  ]

  const api: DrawnSeries = {
    draw(next, frame, colours) {
      data = next
      const wanted = new Set(keys(next))
      for (const [key, series] of kept) {
        if (wanted.has(key)) continue
        chart.removeSeries(series)
        kept.delete(key)
      }
      const { bars } = next
      if (bars) {
        const volume = take('volume', () =>
          chart.addSeries(HistogramSeries, { ...quiet, priceScaleId: 'volume', priceFormat: { type: 'volume' } }),
        )
        volume.setData(volumePoints(bars, colours))
        chart.priceScale('volume').applyOptions({ scaleMargins: { top: 1 - frame.volume, bottom: 0 } })
      }
      if (bars?.style === 'candles') {
        const candles = take('candles', () => chart.addSeries(CandlestickSeries, candleLook(colours)))
        candles.applyOptions(candleLook(colours))
        candles.setData(candlePoints(bars, colours))
      }
      for (const line of drawnLines(next)) {
        const look = lineLook(colours[line.colour])
        const { settled, after } = cutAt(line)
        const whole = take(`line ${line.id}`, () => chart.addSeries(LineSeries, look))
        whole.applyOptions(look)
        whole.setData(settled)
        const tail = take(`after ${line.id}`, () => chart.addSeries(LineSeries, look))
        tail.applyOptions({ ...look, lineStyle: LineStyle.Dashed, crosshairMarkerVisible: after.length > 0 })
        tail.setData(after)
      }
      return api
    },
    main() {
      return kept.get('candles') ?? [...kept].find(([key]) => key.startsWith('line '))?.[1] ?? null
    },
    valueAt(session) {
      if (!data) return null
      const { bars } = data
      if (bars?.style === 'candles') {
        const [series, at] = [kept.get('candles'), valueAt(bars.session, bars.close, session)]
        return series && at ? { series, value: at.value } : null
      }
      for (const line of drawnLines(data)) {
        const [series, at] = [kept.get(`line ${line.id}`), valueAt(line.session, line.value, session)]
        if (series && at) return { series, value: at.value }
      }
      return null
    },
  }
  return api
}
