import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BareFile } from './bareServer'

const library = 'node_modules/lightweight-charts/dist/lightweight-charts.standalone.production.js'

/** The columns of a listing's bars, as the API gives them. */
export interface BarColumns {
  readonly session: readonly string[]
  readonly open: readonly number[]
  readonly high: readonly number[]
  readonly low: readonly number[]
  readonly close: readonly number[]
  readonly volume: readonly (number | null)[]
}

/** A page with nothing but the library and a chart of what ours has: candles with their volume. It draws as soon as it can. */
function candlesPage(bars: BarColumns): string {
  return `<!doctype html><meta charset="utf-8"><title>Bare</title><main><div id="chart" style="width:1376px;height:380px"></div></main>
<script src="/library.js"></script>
<script>
const bars = ${JSON.stringify(bars)}
const chart = LightweightCharts.createChart(document.getElementById('chart'), {
  autoSize: true,
  timeScale: { minBarSpacing: 0.001, enableConflation: true },
  handleScroll: { mouseWheel: false },
  handleScale: { mouseWheel: false },
})
const quiet = { priceLineVisible: false, lastValueVisible: false }
const volume = chart.addSeries(LightweightCharts.HistogramSeries, { ...quiet, priceScaleId: 'volume' })
volume.setData(bars.session.map((time, i) => ({ time, value: bars.volume[i] ?? 0 })))
chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.8, bottom: 0 } })
const candles = chart.addSeries(LightweightCharts.CandlestickSeries, quiet)
candles.setData(bars.session.map((time, i) => ({ time, open: bars.open[i], high: bars.high[i], low: bars.low[i], close: bars.close[i] })))
chart.timeScale().fitContent()
</script>`
}

/** The files of such a page, written into `folder`. */
export function candlesFiles(folder: string, bars: BarColumns): Readonly<Record<string, BareFile>> {
  const file = join(folder, `bare-${bars.session.length}.html`)
  writeFileSync(file, candlesPage(bars))
  return {
    '/': { file, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
    '/library.js': { file: library, headers: { 'Content-Type': 'text/javascript' } },
  }
}

/** The bars of a listing, as the board's API gives them. */
export async function barsOf(port: number, symbol: string): Promise<BarColumns> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/listings/${encodeURIComponent(symbol)}/bars`)
  if (!answer.ok) throw new Error(`the bars of ${symbol}: ${answer.status}`)
  return (await answer.json()) as BarColumns
}
