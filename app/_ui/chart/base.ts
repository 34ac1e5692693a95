import type { ChartOptions, DeepPartial, IChartApi, Time } from 'lightweight-charts'
import { formatDay } from '../format/date'
import { type Colours, withAlpha } from './colours'

export type Library = typeof import('lightweight-charts')

/** A session in any form the library hands back, as `YYYY-MM-DD`. */
export function sessionOfTime(time: Time): string {
  if (typeof time === 'string') return time
  if (typeof time === 'number') return new Date(time * 1000).toISOString().slice(0, 10)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${time.year}-${two(time.month)}-${two(time.day)}`
}

/** The colours of a theme as options of a chart. */
export function colourOptions(colours: Colours): DeepPartial<ChartOptions> {
  const line = { color: withAlpha(colours.soft, 0.55), labelBackgroundColor: colours.soft }
  return {
    layout: { textColor: colours.faint, panes: { separatorColor: colours.line, separatorHoverColor: colours.line } },
    grid: { vertLines: { visible: false }, horzLines: { color: withAlpha(colours.line, 0.75) } },
    crosshair: { vertLine: line, horzLine: line },
  }
}

/**
 * A chart in the look of the pages: whole range by default, pan by dragging, zoom by pinch or by dragging an axis.
 * The wheel scrolls the page, never the chart.
 */
export function createPlot(library: Library, container: HTMLElement, colours: Colours): IChartApi {
  const { ColorType, createChart } = library
  const chart = createChart(container, {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: 'transparent' },
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 11,
      attributionLogo: true,
    },
    localization: { locale: 'en-GB', timeFormatter: (time: Time) => formatDay(sessionOfTime(time)) },
    rightPriceScale: { borderVisible: false, minimumWidth: 56 },
    timeScale: {
      borderVisible: false,
      minBarSpacing: 0.001,
      rightOffset: 2,
      tickMarkMaxCharacterLength: 5,
      lockVisibleTimeRangeOnResize: true,
    },
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false },
  })
  chart.applyOptions(colourOptions(colours))
  return chart
}

/** Shows the points from `first` on with a little room at both ends, so that no label is cut. `count` is the number of points. */
export function showFromIndex(chart: IChartApi, first: number, count: number): void {
  const shown = Math.max(count - first, 1)
  // Half the width of a year's label, in points.
  const room = (shown * 18) / Math.max(chart.chartElement().clientWidth, 200)
  chart.timeScale().setVisibleLogicalRange({ from: first - room, to: count - 1 + room / 2 })
}
