import type { ISeriesApi, Time } from 'lightweight-charts'
import { colourOptions, createPlot, sessionOfTime, showFromIndex } from './base'
import { withAlpha } from './colours'
import { isAscending, unionOfSessions, valueAt } from './timeline'
import type { Mount, Plot } from './usePlot'

/** One line: values with 100 at the base, ascending by session. */
export interface RebasedLine {
  readonly side: 'cambricon' | 'nvidia'
  readonly name: string
  readonly session: readonly string[]
  readonly value: readonly number[]
}

export interface RebasedPlot extends Plot {
  setLines(lines: readonly RebasedLine[]): void
  setScale(scale: 'log' | 'linear'): void
}

/** Draws rebased lines into `container`. */
export const mountRebased: Mount<RebasedPlot> = (library, container, colours, on) => {
  const { LineSeries, LineStyle, PriceScaleMode } = library
  const chart = createPlot(library, container, colours)
  const drawn = new Map<string, { line: ISeriesApi<'Line'>; data: RebasedLine }>()
  let current = colours
  chart.priceScale('right').applyOptions({ scaleMargins: { top: 0.11, bottom: 0.1 } })
  const timeScale = chart.timeScale()
  timeScale.subscribeVisibleLogicalRangeChange(on.move)
  timeScale.subscribeSizeChange(on.move)
  chart.subscribeCrosshairMove(({ time }) => on.point(time === undefined ? null : sessionOfTime(time)))

  const add = (data: RebasedLine) => {
    const line = chart.addSeries(LineSeries, {
      color: current[data.side],
      lineWidth: 2,
      priceLineVisible: false,
      crosshairMarkerRadius: 3,
      priceFormat: { type: 'custom', minMove: 0.01, formatter: (value: number) => value.toFixed(value < 10 ? 1 : 0) },
    })
    if (drawn.size === 0) {
      const style = { lineStyle: LineStyle.Dashed, lineWidth: 1, axisLabelVisible: false } as const
      line.createPriceLine({ price: 100, color: withAlpha(current.faint, 0.7), ...style })
    }
    drawn.set(data.side, { line, data })
    return line
  }

  return {
    setLines(lines) {
      const first = drawn.size === 0
      for (const data of lines) {
        if (!isAscending(data.session)) throw new Error(`Sessions of ${data.name} do not ascend`)
        const line = drawn.get(data.side)?.line ?? add(data)
        drawn.set(data.side, { line, data })
        line.setData(data.session.map((time, index) => ({ time: time as Time, value: data.value[index] ?? 0 })))
      }
      if (first) showFromIndex(chart, 0, unionOfSessions(lines.map((line) => line.session)).length)
      on.move()
    },
    setScale(scale) {
      const mode = scale === 'log' ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal
      chart.priceScale('right').applyOptions({ mode })
    },
    setColours(next) {
      current = next
      chart.applyOptions(colourOptions(next))
      for (const { line, data } of drawn.values()) line.applyOptions({ color: next[data.side] })
    },
    pointAt(session) {
      if (session === null) return chart.clearCrosshairPosition()
      for (const { line, data } of drawn.values()) {
        const found = valueAt(data.session, data.value, session)
        if (found) return chart.setCrosshairPosition(found.value, session as Time, line)
      }
    },
    place(sessions) {
      const width = timeScale.width()
      const axis = unionOfSessions([...drawn.values()].map(({ data }) => data.session))
      const known = new Set(axis)
      const x = sessions.map((session) => (known.has(session) ? timeScale.timeToCoordinate(session as Time) : null))
      return { x: x.map((at) => (at === null || at < 0 || at > width ? null : at)), width }
    },
    remove: () => chart.remove(),
  }
}
