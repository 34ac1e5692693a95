import type { Time } from 'lightweight-charts'
import { indexAtOrAfter } from '@/lib/market/dateIndex'
import { colourOptions, createPlot, sessionOfTime, showFromIndex } from './base'
import { type Colours, withAlpha } from './colours'
import { isAscending } from './timeline'
import type { Mount, Plot } from './usePlot'

/** Daily bars by columns, ascending; volume in shares, null where there is none. */
export interface CandleColumns {
  readonly session: readonly string[]
  readonly open: readonly number[]
  readonly high: readonly number[]
  readonly low: readonly number[]
  readonly close: readonly number[]
  readonly volume: readonly (number | null)[]
  readonly settled: readonly boolean[]
}

export interface CandlePlot extends Plot {
  setBars(bars: CandleColumns): void
  /** Shows the sessions from `from` on; null shows all. */
  showFrom(from: string | null): void
}

// Rising candles are hollow and falling ones full, so that direction does not hang on colour.
const candleColours = (colours: Colours) => ({
  upColor: colours.panel,
  downColor: colours.down,
  borderUpColor: colours.up,
  borderDownColor: colours.down,
  wickUpColor: colours.up,
  wickDownColor: colours.down,
})

/** Draws candles with their volume in a pane below; an unsettled bar is pale. */
export const mountCandles: Mount<CandlePlot> = (library, container, colours, on) => {
  const { CandlestickSeries, HistogramSeries } = library
  const chart = createPlot(library, container, colours)
  const timeScale = chart.timeScale()
  let [current, bars]: [Colours, CandleColumns | null] = [colours, null]
  const candles = chart.addSeries(CandlestickSeries, {
    ...candleColours(colours),
    priceLineVisible: false,
    lastValueVisible: false,
  })
  const lastLine = candles.createPriceLine({ price: 0, lineVisible: false, axisLabelVisible: true })
  const volume = chart.addSeries(
    HistogramSeries,
    { priceFormat: { type: 'volume' }, priceLineVisible: false, lastValueVisible: false },
    1,
  )
  chart.priceScale('right', 0).applyOptions({ scaleMargins: { top: 0.12, bottom: 0.06 } })
  chart.panes()[0]?.setStretchFactor(4)
  chart.panes()[1]?.setStretchFactor(1)
  timeScale.subscribeVisibleLogicalRangeChange(on.move)
  timeScale.subscribeSizeChange(on.move)
  chart.subscribeCrosshairMove(({ time }) => on.point(time === undefined ? null : sessionOfTime(time)))

  const draw = () => {
    if (!bars) return
    const { session, open, high, low, close, settled } = bars
    const pale = { color: withAlpha(current.faint, 0.4), borderColor: current.faint, wickColor: current.faint }
    candles.setData(
      session.map((time, i) => {
        const price = { open: open[i] ?? 0, high: high[i] ?? 0, low: low[i] ?? 0, close: close[i] ?? 0 }
        return { time: time as Time, ...price, ...(settled[i] === false ? pale : {}) }
      }),
    )
    lastLine.applyOptions({ price: close.at(-1) ?? 0, axisLabelColor: current.soft, axisLabelTextColor: current.panel })
    volume.setData(
      session.map((time, i) => {
        const shares = bars?.volume[i]
        const colour = withAlpha((close[i] ?? 0) >= (open[i] ?? 0) ? current.up : current.down, 0.45)
        return shares === null || shares === undefined
          ? { time: time as Time }
          : { time: time as Time, value: shares, color: colour }
      }),
    )
  }

  return {
    setBars(next) {
      if (!isAscending(next.session)) throw new Error('Sessions do not ascend')
      bars = next
      draw()
      on.move()
    },
    showFrom(from) {
      const count = bars?.session.length ?? 0
      const first = from === null || !bars ? 0 : indexAtOrAfter(bars.session, from)
      if (count > 0) showFromIndex(chart, first < count ? first : 0, count)
    },
    setColours(next) {
      current = next
      chart.applyOptions(colourOptions(next))
      candles.applyOptions(candleColours(next))
      draw()
    },
    pointAt(session) {
      const close = session === null || !bars ? undefined : bars.close[bars.session.indexOf(session)]
      if (session === null || close === undefined) chart.clearCrosshairPosition()
      else chart.setCrosshairPosition(close, session as Time, candles)
    },
    place(sessions) {
      const width = timeScale.width()
      const known = new Set(bars?.session)
      const x = sessions.map((session) => (known.has(session) ? timeScale.timeToCoordinate(session as Time) : null))
      return { x: x.map((at) => (at === null || at < 0 || at > width ? null : at)), width }
    },
    remove: () => chart.remove(),
  }
}
