import {
  type Coordinate,
  CrosshairMode,
  createChart,
  type IChartApi,
  type ISeriesApi,
  LineSeries,
  type Logical,
  PriceScaleMode,
  type Time,
} from 'lightweight-charts'
import type { Cluster } from '../clusters'
import { type Colours, withAlpha } from '../colours'
import { type Frame, frameOf } from '../frame'
import type { ChartData } from '../model'
import { type AxisWords, createAxes } from './axes'
import { createPlacer } from './placer'
import { type DrawnSeries, drawSeries } from './series'

/** What a mounted chart tells the frame around it. */
export interface PlotEvents {
  /** The position on the axis under the pointer, null when it leaves. */
  readonly point: (index: number | null) => void
  /** The pills that are to be shown, whenever other marks share one. */
  readonly clusters: (clusters: readonly Cluster[]) => void
}

/** A chart that runs in the browser, in exactly the place of its picture. */
export interface LivePlot {
  /** Draws other data; `reset` shows their first frame, else the part in sight stays. */
  show(data: ChartData, frame: Frame, reset: boolean): void
  setColours(colours: Colours): void
  /** Puts the crosshair on a position of the axis and brings it into sight, or takes it away. */
  pointAt(index: number | null): void
  /** Shows `factor` times as many sessions around the middle or the crosshair; null shows everything. */
  zoom(factor: number | null): void
  /** The position on the axis nearest to `x` pixels from the left of the plot; null while there is none. */
  indexAt(x: number): number | null
  /** Places everything that stands on the axis again: to be called when its elements have changed. */
  place(): void
  remove(): void
}

interface Places {
  /** Canvas and what stands on it. */
  readonly plot: HTMLElement
  readonly canvas: HTMLElement
}

function makeChart(canvas: HTMLElement, colours: Colours): IChartApi {
  return createChart(canvas, {
    autoSize: true,
    layout: {
      background: { color: 'transparent' },
      textColor: colours.faint,
      // The link that the licence asks for stands in the foot of every page.
      attributionLogo: false,
    },
    // The library would take the browser's language, which may be none that it knows.
    localization: { locale: 'en-GB' },
    grid: { vertLines: { visible: false }, horzLines: { visible: false } },
    // Axes, grid and labels are those of the picture, so that nothing changes when the chart takes over.
    rightPriceScale: { visible: false },
    leftPriceScale: { visible: false },
    timeScale: { visible: false, minBarSpacing: 0.001, lockVisibleTimeRangeOnResize: true, enableConflation: true },
    crosshair: {
      mode: CrosshairMode.Normal,
      vertLine: { color: withAlpha(colours.soft, 0.55), labelVisible: false },
      horzLine: { visible: false, labelVisible: false },
    },
    // The wheel scrolls the page, never the chart.
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false },
  })
}

/** Mounts a chart. `words` are the labels of its axes in the language of the page. */
export function mountPlot({ plot, canvas }: Places, colours: Colours, words: AxisWords, on: PlotEvents): LivePlot {
  const chart = makeChart(canvas, colours)
  const timeScale = chart.timeScale()
  const axes = createAxes(plot, words)
  const placer = createPlacer(plot, on.clusters)
  // Holds the whole axis, so that a logical position is a position on it, and gives all lines one range of values.
  const axisSeries: ISeriesApi<'Line'> = chart.addSeries(LineSeries, {
    lastValueVisible: false,
    priceLineVisible: false,
    crosshairMarkerVisible: false,
  })
  let current = colours
  let shown: { data: ChartData; frame: Frame } | null = null
  let drawn: DrawnSeries = drawSeries(chart)
  let pointed: number | null = null

  let placed = ''
  const place = (always = false) => {
    if (!shown) return
    const first = timeScale.logicalToCoordinate(0 as Logical)
    const next = timeScale.logicalToCoordinate(1 as Logical)
    if (first === null || next === null) return
    // Asked of the library: the element would have to lay the page out again to tell.
    const { width, height } = chart.paneSize()
    const scale = drawn.main() ?? axisSeries
    const view = {
      ...{ width, height, first, step: next - first, shown },
      y: (value: number) => scale.priceToCoordinate(value),
      valueAt: (y: number) => scale.coordinateToPrice(y as Coordinate),
      pointed,
    }
    // The library calls for every move of the pointer as well, when nothing has to be placed.
    const key = [width, height, first, next, view.valueAt(0), view.valueAt(height), pointed].join()
    if (key === placed && !always) return
    placed = key
    axes.place(view)
    placer.place(view)
  }
  chart.panes()[0]?.attachPrimitive({ updateAllViews: () => place(), paneViews: () => [] })
  chart.subscribeCrosshairMove(({ logical }) => {
    const last = (shown?.frame.axis.length ?? 0) - 1
    const index = logical === undefined || last < 0 ? null : Math.min(Math.max(Math.round(logical), 0), last)
    if (index === pointed) return
    pointed = index
    on.point(index)
    place()
  })
  const window = (from: number, to: number) =>
    timeScale.setVisibleLogicalRange({ from: from as Logical, to: to as Logical })

  return {
    show(data, frame, reset) {
      const range = timeScale.getVisibleLogicalRange()
      shown = { data, frame }
      axisSeries.setData(frame.axis.map((time) => ({ time: time as Time })))
      const mode = data.scale === 'log' ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal
      const margins = { top: frame.top, bottom: frame.bottom }
      chart.priceScale('right').applyOptions({ mode, scaleMargins: margins })
      drawn = drawn.draw(data, frame, current)
      if (reset || !range) window(frame.from, frame.to)
      else window(range.from, range.to)
      place(true)
    },
    setColours(next) {
      current = next
      chart.applyOptions({ crosshair: { vertLine: { color: withAlpha(next.soft, 0.55) } } })
      if (shown) drawn = drawn.draw(shown.data, shown.frame, next)
    },
    pointAt(index) {
      const session = index === null ? undefined : shown?.frame.axis[index]
      pointed = session === undefined ? null : index
      if (index === null || session === undefined) {
        chart.clearCrosshairPosition()
        return place()
      }
      const range = timeScale.getVisibleLogicalRange()
      if (range && (index < range.from || index > range.to)) {
        const span = range.to - range.from
        const from = index < range.from ? index - 0.05 * span : index - 0.95 * span
        window(from, from + span)
      }
      const at = drawn.valueAt(session)
      if (at) chart.setCrosshairPosition(at.value, session as Time, at.series)
      place()
    },
    zoom(factor) {
      const range = timeScale.getVisibleLogicalRange()
      if (!shown || !range) return
      if (factor === null) {
        const whole = frameOf({ ...shown.data, from: null })
        return window(whole.from, whole.to)
      }
      const [span, last] = [range.to - range.from, shown.frame.axis.length]
      const middle = pointed ?? (range.from + range.to) / 2
      const next = Math.min(Math.max(span * factor, 10), 1.1 * last)
      const from = middle - (next * (middle - range.from)) / span
      window(from, from + next)
    },
    indexAt(x) {
      const logical = timeScale.coordinateToLogical(x)
      const last = (shown?.frame.axis.length ?? 0) - 1
      return logical === null || last < 0 ? null : Math.min(Math.max(Math.round(logical), 0), last)
    },
    place: () => place(true),
    remove() {
      axes.remove()
      chart.remove()
    },
  }
}
